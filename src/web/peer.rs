//! From which address a request comes: that of the connection, or what a proxy that we trust says of it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use ipnet::IpNet;

/// The header in which each proxy names whom it was asked by, behind what came with the request.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// The other end of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

/// From where a request comes. Only what proxies of ours have written is believed: the last address that is none of
/// theirs, and none at all where the connection is not one of theirs.
pub fn comes_from(parts: &Parts, proxies: &[IpNet]) -> IpAddr {
    let is_proxy = |address: &IpAddr| proxies.iter().any(|network| network.contains(address));
    let mut from = peer(&parts.extensions);
    for said in said(&parts.headers).rev() {
        match said {
            Some(said) if is_proxy(&from) => from = said,
            _ => break,
        }
    }
    from
}

/// The other end of the connection; all that comes by none, as in a test, comes from one place.
fn peer(extensions: &Extensions) -> IpAddr {
    let peer = extensions.get::<Peer>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0);
    peer.to_canonical()
}

/// The addresses that proxies say, in their order; none for what is no address.
fn said(headers: &HeaderMap) -> impl DoubleEndedIterator<Item = Option<IpAddr>> {
    let lines = headers.get_all(FORWARDED_FOR).iter();
    let lines: Vec<&str> = lines
        .map(|line| line.to_str().unwrap_or_default())
        .collect();
    let all: Vec<_> = lines
        .iter()
        .flat_map(|line| line.split(','))
        .map(|said| address(said.trim()))
        .collect();
    all.into_iter()
}

/// An address with or without a port.
fn address(said: &str) -> Option<IpAddr> {
    let bare = said.parse::<IpAddr>().ok();
    let bare = bare.or_else(|| Some(said.parse::<SocketAddr>().ok()?.ip()));
    bare.map(|ip| ip.to_canonical())
}

#[cfg(test)]
mod tests {
    use axum::http::Request;

    use super::{IpAddr, IpNet, Peer, comes_from};

    fn found(peer: &str, said: &[&str]) -> String {
        let ip = |text: &str| -> IpAddr { text.parse().expect("an address") };
        let proxies: Vec<IpNet> = ["10.0.0.0/8", "fd00::/8"]
            .map(|network| network.parse().expect("a network"))
            .into();
        let mut request = Request::get("/").extension(Peer(ip(peer)));
        for said in said {
            request = request.header("x-forwarded-for", *said);
        }
        let (parts, ()) = request.body(()).expect("a request").into_parts();
        comes_from(&parts, &proxies).to_string()
    }

    #[test]
    fn a_proxy_that_is_trusted_says_who_asks_and_nobody_else_does() {
        for (peer, said, from) in [
            ("192.0.2.1", &[][..], "192.0.2.1"),
            ("192.0.2.1", &["198.51.100.7"], "192.0.2.1"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("10.0.0.1", &["198.51.100.7"], "198.51.100.7"),
            // What came with the request is not believed.
            ("10.0.0.1", &["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
            (
                "10.0.0.1",
                &["203.0.113.9", "198.51.100.7, 10.0.0.2"],
                "198.51.100.7",
            ),
            ("10.0.0.1", &["10.0.0.3, 10.0.0.2"], "10.0.0.3"),
            ("10.0.0.1", &["198.51.100.7, nonsense"], "10.0.0.1"),
            ("10.0.0.1", &["198.51.100.7:4711"], "198.51.100.7"),
            ("::ffff:10.0.0.1", &["[2001:db8::1]:80"], "2001:db8::1"),
            ("fd00::1", &["2001:db8::1"], "2001:db8::1"),
            ("10.0.0.1", &["198.51.100.7, ä"], "10.0.0.1"),
        ] {
            assert_eq!(found(peer, said), from, "{peer} {said:?}");
        }
    }
}
