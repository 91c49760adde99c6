# The program is built in the first stage; the second holds the program alone.
FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY Cargo.toml Cargo.lock ./
COPY core core
COPY src src
COPY queries queries
COPY seed seed
COPY benches benches
COPY tests tests
RUN cargo build --release --locked --bin miteinander

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /data --create-home miteinander
COPY --from=build /build/target/release/miteinander /usr/local/bin/miteinander
USER miteinander
WORKDIR /data
VOLUME /data
ENV MITEINANDER_STORE=sqlite:/data/miteinander.db
# Other machines, or the proxy of this one, reach it: so it starts once there is an account and says how to make the first.
ENV MITEINANDER_LISTEN=0.0.0.0:8080
EXPOSE 8080
# The image has no other program that could ask; the name is one under which the service always answers.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /ready HTTP/1.1\\r\\nHost: 127.0.0.1:8080\\r\\nConnection: close\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["miteinander"]
CMD ["serve"]
