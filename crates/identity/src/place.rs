//! From where people come: an address, or the household of one.

use std::net::IpAddr;

/// A place from where people come. An IPv6 household shares a /64.
#[must_use]
pub fn place(peer: IpAddr) -> String {
    match peer.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
    }
}
