//! Sound and covers on a socket, compared byte for byte with what is stored.

use crate::{
    house::House,
    listener::{Listener, header},
    shelf::{give_sound, rewrite, shelve},
};
use contract::mixes::Mixes;
use mixes::{entity::mix, keys};
use reqwest::Method;
use testing::visitor;

const SIZE: usize = 700_001;
const ETAG: &str = "etag";
const LAST_MODIFIED: &str = "Sun, 22 Nov 2026 12:00:00 GMT";

fn noise() -> Vec<u8> {
    (0..SIZE as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 23) as u8).collect()
}

/// A public mix with `noise` in it, and its address.
async fn noisy(house: &House) -> (mix::Model, String) {
    let mix = shelve(house, "Été / 1", "", |row| row.audio_etag = Some(ETAG.into())).await;
    give_sound(house, &mix, &noise()).await;
    let url = format!("/audio/{}", mix.id);
    (mix, url)
}

#[tokio::test]
async fn every_range_is_exactly_that_part_of_the_file() {
    let house = House::new().await;
    let (_, url) = noisy(&house).await;
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    let (sound, last) = (noise(), SIZE - 1);
    let cases = [
        ("bytes=0-1", 0, 2),
        ("bytes=0-0", 0, 1),
        ("bytes=0-", 0, SIZE),
        ("bytes=100-199", 100, 200),
        ("bytes=262143-262144", 262_143, 262_145),
        ("bytes=262144-524287", 262_144, 524_288),
        ("bytes=700000-", last, SIZE),
        ("bytes=700000-700000", last, SIZE),
        ("bytes=5-999999999", 5, SIZE),
        ("bytes=-1", last, SIZE),
        ("bytes=-300000", SIZE - 300_000, SIZE),
        ("bytes=-99999999", 0, SIZE),
    ];
    for (range, start, end) in cases {
        let response = player.get(&url, &[("range", range)]).await;
        assert_eq!(response.status(), 206, "{range}");
        assert_eq!(header(&response, "content-range"), format!("bytes {start}-{}/{SIZE}", end - 1), "{range}");
        assert_eq!(header(&response, "content-length"), (end - start).to_string(), "{range}");
        assert!(response.bytes().await.unwrap() == sound[start..end], "{range}");
    }
    for range in ["bytes=700001-", "bytes=900000-900001", "bytes=-0"] {
        let response = player.get(&url, &[("range", range)]).await;
        assert_eq!((response.status().as_u16(), header(&response, "content-range")), (416, "bytes */700001"), "{range}");
    }
    for range in ["bytes=0-1,5-6", "bytes=9-3", "items=0-1", "bytes=x-y", ""] {
        let response = player.get(&url, &[("range", range)]).await;
        assert_eq!((response.status().as_u16(), header(&response, "content-range")), (200, ""), "{range}");
        assert!(response.bytes().await.unwrap() == sound, "{range}");
    }
}

#[tokio::test]
async fn a_head_says_what_a_get_would() {
    let house = House::new().await;
    let (_, url) = noisy(&house).await;
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    for (method, headers) in [(Method::GET, vec![]), (Method::HEAD, vec![]), (Method::HEAD, vec![("range", "bytes=0-1")])] {
        let response = player.ask(method.clone(), &url, &headers).await;
        assert_eq!(response.status(), 200);
        for (name, value) in [
            ("content-length", "700001"),
            ("content-type", "audio/mpeg"),
            ("accept-ranges", "bytes"),
            ("etag", "\"etag\""),
            ("last-modified", LAST_MODIFIED),
            ("cache-control", "public, max-age=3600"),
            ("content-disposition", "inline; filename=\"ete-1.mp3\"; filename*=UTF-8''%C3%89t%C3%A9%20-%201.mp3"),
        ] {
            assert_eq!(header(&response, name), value, "{method} {name}");
        }
        assert_eq!(response.bytes().await.unwrap().len(), if method == Method::GET { SIZE } else { 0 });
    }
    assert_eq!(player.ask(Method::POST, &url, &[]).await.status(), 405);
}

type Headers<'a> = &'a [(&'a str, &'a str)];

#[tokio::test]
async fn conditions_decide_between_all_a_part_and_nothing() {
    let house = House::new().await;
    let (_, url) = noisy(&house).await;
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    let earlier = "Sun, 22 Nov 2026 11:59:59 GMT";
    let part = ("range", "bytes=0-9");
    let cases: [(Headers<'_>, u16, usize); 13] = [
        (&[("if-none-match", "\"etag\"")], 304, 0),
        (&[("if-none-match", "\"x\", W/\"etag\""), part], 304, 0),
        (&[("if-none-match", "\"x\"")], 200, SIZE),
        (&[("if-modified-since", LAST_MODIFIED)], 304, 0),
        (&[("if-modified-since", earlier)], 200, SIZE),
        (&[("if-match", "\"etag\""), part], 206, 10),
        (&[("if-match", "\"x\""), part], 412, 0),
        (&[("if-unmodified-since", earlier)], 412, 0),
        (&[("if-range", "\"etag\""), part], 206, 10),
        (&[("if-range", "\"x\""), part], 200, SIZE),
        (&[("if-range", "W/\"etag\""), part], 200, SIZE),
        (&[("if-range", LAST_MODIFIED), part], 206, 10),
        (&[("if-range", earlier), part], 200, SIZE),
    ];
    for (headers, status, length) in cases {
        let response = player.get(&url, headers).await;
        assert_eq!(response.status(), status, "{headers:?}");
        assert_eq!(header(&response, "etag"), "\"etag\"", "{headers:?}");
        assert_eq!(response.bytes().await.unwrap().len(), length, "{headers:?}");
    }
}

#[tokio::test]
async fn what_is_not_public_needs_a_signature_that_expires() {
    let house = House::new().await;
    let (mix, url) = noisy(&house).await;
    rewrite(&house, mix.id, |row| row.visibility = "draft".into()).await;
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    let signed = house.service.detail(&house.dj, mix.slug.clone(), None).await.unwrap().summary.audio.url;
    let response = player.get(&signed, &[("range", "bytes=0-1")]).await;
    assert_eq!((response.status().as_u16(), header(&response, "cache-control")), (206, "private, no-store"));
    let other = shelve(&house, "Other", "", |row| row.visibility = "draft".into()).await;
    give_sound(&house, &other, b"other").await;
    let expires = signed.split_once("exp=").unwrap().1.split('&').next().unwrap();
    let later = (expires.parse::<i64>().unwrap() + 1).to_string();
    let refused = [
        url.clone(),
        signed.replace(expires, &later),
        signed.replace(&mix.id.to_string(), &other.id.to_string()),
        format!("{url}?exp={expires}"),
        format!("{url}?exp=never&sig=x"),
    ];
    for refused in refused {
        assert_eq!(player.status(&refused).await, 404, "{refused}");
    }
    house.bench.clock.advance_ms(6 * 3_600_000 - 1_000);
    assert_eq!(player.status(&signed).await, 200);
    house.bench.clock.advance_ms(1_000);
    assert_eq!(player.status(&signed).await, 404);
    rewrite(&house, mix.id, |row| row.visibility = "unlisted".into()).await;
    assert_eq!(player.status(&url).await, 200);
    rewrite(&house, mix.id, |row| row.deleted_at = Some(1)).await;
    assert_eq!(player.status(&url).await, 404);
}

#[tokio::test]
async fn a_second_tenant_gets_no_bytes() {
    let house = House::new().await;
    let (mix, url) = noisy(&house).await;
    house.service.storage().put(&keys::cover(house.tenant.0, mix.id, "0123456789ab", 96), "webp".into()).await.unwrap();
    let cover = format!("/covers/{}/96.webp?v=0123456789ab", mix.id);
    let ours = Listener::of(&house, &visitor(house.tenant)).await;
    let theirs = Listener::of(&house, &visitor(house.bench.tenant())).await;
    for path in [&url, &cover] {
        assert_eq!((ours.status(path).await, theirs.status(path).await), (200, 404), "{path}");
    }
    rewrite(&house, mix.id, |row| row.visibility = "draft".into()).await;
    let signed = house.service.detail(&house.dj, mix.slug, None).await.unwrap().summary.audio.url;
    assert_eq!((ours.status(&signed).await, theirs.status(&signed).await), (200, 404));
}

#[tokio::test]
async fn no_sound_is_at_the_address_of_what_never_arrived() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |row| row.audio_key = None).await;
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    for path in [format!("/audio/{}", mix.id), "/audio/nothing".into(), format!("/audio/{}", kernel::Ids.next())] {
        assert_eq!(player.status(&path).await, 404, "{path}");
    }
}

#[tokio::test]
async fn a_file_that_is_missing_is_our_fault() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    assert_eq!(player.status(&format!("/audio/{}", mix.id)).await, 500);
}

#[tokio::test]
async fn a_cover_is_kept_for_ever_under_its_version() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |_| ()).await;
    let put = async |version: &str, picture: &'static str| {
        house.service.storage().put(&keys::cover(house.tenant.0, mix.id, version, 320), picture.into()).await.unwrap();
    };
    put("0123456789ab", "old").await;
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    let cover = format!("/covers/{}/320.webp", mix.id);
    let current = player.get(&format!("{cover}?v=0123456789ab"), &[]).await;
    assert_eq!(header(&current, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!((header(&current, "content-type"), header(&current, "etag")), ("image/webp", "\"0123456789ab-320\""));
    assert_eq!(current.text().await.unwrap(), "old");
    assert_eq!(header(&player.get(&cover, &[]).await, "cache-control"), "no-cache");
    assert_eq!(player.get(&cover, &[("if-none-match", "\"0123456789ab-320\"")]).await.status(), 304);
    assert_eq!(player.status(&format!("/covers/{}/321.webp", mix.id)).await, 404);
    // A new picture has its address at once; an old address leads to it, but not for ever.
    put("ba9876543210", "new").await;
    rewrite(&house, mix.id, |row| row.cover_version = Some("ba9876543210".into())).await;
    for (version, caching) in [("ba9876543210", "public, max-age=31536000, immutable"), ("0123456789ab", "no-cache")] {
        let response = player.get(&format!("{cover}?v={version}"), &[]).await;
        assert_eq!(header(&response, "cache-control"), caching);
        assert_eq!(response.text().await.unwrap(), "new");
    }
}

#[tokio::test]
async fn a_drafts_cover_is_shown_to_those_who_know_its_version() {
    let house = House::new().await;
    let mix = shelve(&house, "Mix", "", |row| row.visibility = "draft".into()).await;
    house.service.storage().put(&keys::cover(house.tenant.0, mix.id, "0123456789ab", 96), "webp".into()).await.unwrap();
    let player = Listener::of(&house, &visitor(house.tenant)).await;
    let cover = format!("/covers/{}/96.webp", mix.id);
    let response = player.get(&format!("{cover}?v=0123456789ab"), &[]).await;
    assert_eq!((response.status().as_u16(), header(&response, "cache-control")), (200, "private, max-age=31536000, immutable"));
    for guessed in ["", "?v=", "?v=0123456789ac"] {
        assert_eq!(player.status(&format!("{cover}{guessed}")).await, 404, "{guessed}");
    }
}
