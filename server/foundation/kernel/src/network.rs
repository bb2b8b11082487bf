//! Which addresses are one household.

use std::net::IpAddr;

/// One household has one address of version 4, or a whole /64 of version 6: its devices change the rest by the day (RFC 8981).
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((address.to_bits() >> 64 << 64).into()),
        address @ IpAddr::V4(_) => address,
    }
}

/// The network somebody comes from, if that says anything: behind a proxy on this machine that nobody said to trust, everybody seems to
/// come from here.
pub fn household(address: IpAddr) -> Option<IpAddr> {
    Some(network(address)).filter(|network| !network.is_loopback() && !network.is_unspecified())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_itself_is_no_household() {
        for nowhere in ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1", "0.0.0.0", "::"] {
            assert_eq!(household(nowhere.parse().unwrap()), None, "{nowhere}");
        }
        let address = "192.168.1.7".parse().unwrap();
        assert_eq!(household(address), Some(address));
    }

    #[test]
    fn a_household_is_one_network() {
        let network = |text: &str| network(text.parse().unwrap()).to_string();
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:aaaa::1"), network("2001:db8:1:2:bbbb::9"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
    }
}
