//! How the service is reached: on this machine alone, or under a name and behind a proxy.

use std::net::IpAddr;

use axum::http::Uri;
use axum::http::uri::Scheme;
use ipnet::IpNet;

use super::key::Key;

/// How the service is reached.
#[derive(Debug, Clone, Default)]
pub struct Front {
    /// The address under which browsers reach it: a scheme, a name, at most a port.
    pub public: Option<Uri>,
    /// The networks of the proxies before it.
    pub proxies: Vec<IpNet>,
    /// What opens it on a machine that several people share.
    pub key: Option<Key>,
    /// Whether it listens where other machines can reach it.
    pub exposed: bool,
}

impl Front {
    /// Whether browsers reach it encrypted.
    pub fn is_https(&self) -> bool {
        let scheme = self.public.as_ref().and_then(Uri::scheme);
        scheme == Some(&Scheme::HTTPS)
    }

    /// Whether anybody but the person at this machine may reach it.
    pub fn is_public(&self) -> bool {
        self.is_https() || !self.proxies.is_empty() || self.exposed
    }

    /// What addresses begin with that a phone in the room may reach: encrypted, and not this very machine.
    pub fn for_phones(&self) -> Option<String> {
        let host = self.host().filter(|_| self.is_https())?;
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let is_here = bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback());
        let is_here = is_here || bare == "localhost" || bare.ends_with(".localhost");
        self.origin().filter(|_| !is_here)
    }

    /// The name under which browsers reach it, in lower case.
    pub fn host(&self) -> Option<String> {
        let host = self.public.as_ref().and_then(Uri::host);
        host.map(str::to_ascii_lowercase)
    }

    /// What every address of ours begins with.
    pub fn origin(&self) -> Option<String> {
        let public = self.public.as_ref()?.to_string();
        Some(public.trim_end_matches('/').to_owned())
    }
}
