//! Host names as tenants are found by: without port, in lower case.

/// Names of this machine itself: they lead to the first tenant, so that a fresh install answers at once.
const OWN: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// A `Host` header as it is stored: lower case, no port, no final dot; IPv6 keeps its brackets.
pub fn normalised(header: &str) -> String {
    let host = header.trim();
    let name = match (host.strip_prefix('[').and_then(|rest| rest.split_once(']')), host.rsplit_once(':')) {
        (Some((address, _)), _) => format!("[{address}]"),
        (None, Some((name, port))) if port.bytes().all(|byte| byte.is_ascii_digit()) => name.trim_end_matches('.').to_owned(),
        // Not a port: left as it is, so that `https://…` in a form is no host.
        _ => host.trim_end_matches('.').to_owned(),
    };
    name.to_ascii_lowercase()
}

pub(crate) fn is_own(host: &str) -> bool {
    OWN.contains(&host)
}

/// A name that a tenant may have: DNS labels (RFC 1123) or an IPv4 address, at most 191 characters, not a name of this machine.
pub(crate) fn is_valid(host: &str) -> bool {
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() <= 191 && !is_own(host) && host.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_the_same_with_any_port_case_and_final_dot() {
        for header in ["radio.example.org", "Radio.Example.ORG:8443", "radio.example.org.", " radio.example.org:80 "] {
            assert_eq!(normalised(header), "radio.example.org");
        }
        assert_eq!(normalised("[::1]:3000"), "[::1]");
        assert_eq!(normalised("[FE80::1]"), "[fe80::1]");
        assert_eq!(normalised(""), "");
        assert!(!is_valid(&normalised("https://radio.example.org")));
    }

    #[test]
    fn only_host_names_are_host_names() {
        for host in ["radio.example.org", "second.localhost", "192.0.2.7", "xn--caf-dma.example"] {
            assert!(is_valid(host), "{host}");
        }
        for host in ["", "localhost", "[::1]", "a..b", "-a.example", "a/b.example", "a b.example", "example.org:80", &"a".repeat(64)] {
            assert!(!is_valid(host), "{host}");
        }
    }
}
