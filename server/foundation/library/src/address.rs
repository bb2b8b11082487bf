//! Which addresses belong to everybody's internet. Others are a router's, a neighbour's, or a cloud's own secrets.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is reached over the public internet (IANA special-purpose registries; RFC 6890 and what updates it).
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let reserved =
        a == 0 || a >= 224 || (a == 100 && (64..128).contains(&b)) || (a == 192 && b == 0 && c == 0) || (a == 198 && (18..20).contains(&b));
    !(reserved || address.is_private() || address.is_loopback() || address.is_link_local() || address.is_documentation())
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, d, e, f, ..] = address.segments();
    let last = u32::try_from(u128::from(address) & 0xffff_ffff).unwrap_or_default();
    // Addresses of the older internet in disguise: mapped, translated (RFC 6052) and 6to4.
    if (a, b, c, d, e) == (0, 0, 0, 0, 0) && (f == 0xffff || f == 0) && last > 1 {
        return is_public_v4(Ipv4Addr::from(last));
    }
    if (a, b, c, d, e, f) == (0x64, 0xff9b, 0, 0, 0, 0) {
        return is_public_v4(Ipv4Addr::from(last));
    }
    if a == 0x2002 {
        return is_public_v4(Ipv4Addr::from((u32::from(b) << 16) | u32::from(c)));
    }
    // Only 2000::/3 is given out; of it, not documentation and Teredo.
    let given_out = (0x2000..0x4000).contains(&a);
    given_out && !(a == 0x2001 && (b == 0xdb8 || b == 0)) && !(a == 0x3fff && b < 0x1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_public_internet_is_told_from_everything_else() {
        let public = ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"];
        let private = [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "fe80::1",
            "fd00::1",
            "fec0::1",
            "ff02::1",
            "2001:db8::1",
            "2001::1",
        ];
        for address in public {
            assert!(is_public(address.parse().unwrap()), "{address}");
        }
        for address in private {
            assert!(!is_public(address.parse().unwrap()), "{address}");
        }
    }
}
