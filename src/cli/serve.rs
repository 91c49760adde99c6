//! `miteinander serve`

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use super::args::{Common, Serve};
use super::{Failure, Outcome, output, start};
use crate::config;
use crate::domain::Mode;
use crate::text::{Lang, cli as text};
use crate::web;

/// How long computations may go on for requests under way once the program was asked to stop.
const LAST: Duration = Duration::from_millis(500);

/// Serves the pages until the program is asked to stop.
pub async fn run(common: &Common, args: &Serve) -> Outcome {
    let lang = common.lang();
    let address = config::listen_address(&args.listen, lang)?;
    let front = front(args, address, lang)?;
    let level = if common.quiet { "warn" } else { "info" };
    let filter =
        EnvFilter::try_from_env("MITEINANDER_LOG").unwrap_or_else(|_| EnvFilter::new(level));
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // What cannot be logged cannot be complained of either: with nobody at the other end that would be a panic.
        .log_internal_errors(false)
        .init();

    let listener = TcpListener::bind(address).await.map_err(|error| {
        Failure::Refused(text::cannot_listen(
            &address.to_string(),
            error.kind(),
            lang,
        ))
    })?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::Refused(error.to_string()))?;
    let register = super::erase::register(common, args.erased.as_ref());
    let service = Arc::new(start(common).await?.with_register(register));
    let there = service.accounts().await;
    let there = there.map_err(|error| Failure::of(&error, lang))?;
    let mode = there.mode;
    if front.exposed && there.all.is_empty() {
        return Err(Failure::Refused(text::no_account(&args.listen, lang)));
    }
    let stopped = stop_signal().map_err(|error| Failure::Refused(error.to_string()))?;
    let key = front.key.as_ref().map(web::Key::link);
    if let Some(link) = key.filter(|_| mode == Mode::Personal) {
        // Also with --quiet: nobody could come in without it.
        output::say(&text::running_locked(&address.to_string(), &link, lang));
    } else if !common.quiet {
        output::say(&text::running(&address.to_string(), lang));
    }
    let app = web::App::new(service.clone())
        .behind(front)
        .within(web::Limits::of_this_process());
    let computing = Arc::clone(&service);
    let stop = async move {
        stopped.await;
        tokio::spawn(async move {
            tokio::time::sleep(LAST).await;
            computing.stop_computing();
        });
    };
    web::serve(listener, app, stop).await;
    service.close().await;
    Ok(())
}

/// How the service is reached, as the options say; others may reach it encrypted only.
fn front(args: &Serve, address: SocketAddr, lang: Lang) -> Result<web::Front, Failure> {
    let public = args.public_url.as_deref();
    let public = public
        .map(|url| config::public_url(url, lang))
        .transpose()?;
    let proxies = args.trusted_proxy.iter();
    let proxies = proxies.map(|network| config::proxy_network(network, lang));
    let front = web::Front {
        public,
        proxies: proxies.collect::<Result<_, _>>()?,
        key: args.key.then(web::Key::drawn),
        exposed: !address.ip().is_loopback(),
    };
    if front.exposed && !front.is_https() && !args.insecure_http {
        return Err(Failure::Refused(text::no_https(&args.listen, lang)));
    }
    Ok(front)
}

/// Ends with the first signal that asks the program to stop. It is heard from now on, not only once it is waited for: a
/// page may be answered before.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when the program is interrupted.
#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Without a handler the program ends by the signal itself.
        let _ = tokio::signal::ctrl_c().await;
    })
}
