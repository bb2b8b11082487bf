//! Tenants on a real database: who is found under which host, and who may change what.

#![expect(clippy::unwrap_used, reason = "a test that can't be arranged has failed")]

use axum::{
    Extension,
    body::Body,
    http::{Request, StatusCode},
};
use bytes::Bytes;
use contract::{
    caller::{Caller, Role},
    failure::Failure,
    ids::TenantId,
    outcome::Outcome,
    tenants::{CreateTenant, TenantRefusal, Tenants, UpdateBrand},
};
use http_body_util::BodyExt;
use std::sync::Arc;
use storage::Storage;
use tenants::{NewTenant, Service};
use testing::{Bench, person, visitor};
use tower::ServiceExt;

struct Install {
    bench: Bench,
    tenants: Arc<Service>,
    first: TenantId,
    second: TenantId,
}

fn service(bench: &Bench) -> Arc<Service> {
    let storage = Storage::open(&storage::Config { folder: bench.folder.path().join("files"), s3: None }).unwrap();
    Arc::new(Service::new(bench.kernel.clone(), storage))
}

async fn install() -> Install {
    let bench = Bench::new().await;
    let tenants = service(&bench);
    let first = tenants.ensure_default(NewTenant { name: "Danny".into(), ..NewTenant::default() }).await.unwrap();
    bench.clock.advance_ms(1);
    let second = NewTenant { name: "Second".into(), hosts: vec!["second.localhost".into()], ..NewTenant::default() };
    let second = tenants.add(second).await.unwrap().done().unwrap();
    Install { bench, tenants, first, second }
}

fn form() -> UpdateBrand {
    UpdateBrand {
        name: "New name".into(),
        tagline: "Late nights".into(),
        hue: "200".into(),
        chroma: "0.1".into(),
        links: "Shop https://shop.example.org".into(),
        time_zone: "Europe/Lisbon".into(),
        locale: "en".into(),
    }
}

fn picture() -> Bytes {
    // The smallest PNG: one black pixel.
    let png: [u8; 67] = [
        0x89, b'P', b'N', b'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3A,
        0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, b'I', b'D', b'A', b'T', 0x78, 0x9C, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0,
        0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
    ];
    Bytes::copy_from_slice(&png)
}

async fn get(install: &Install, caller: Caller, path: &str) -> (StatusCode, Bytes) {
    let app = tenants::routes(install.tenants.clone()).layer(Extension(Arc::new(caller)));
    let answer = app.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap();
    (answer.status(), answer.into_body().collect().await.unwrap().to_bytes())
}

#[tokio::test]
async fn the_host_picks_the_tenant_and_this_machine_is_the_first() {
    let install = install().await;
    for own in ["localhost", "localhost:3000", "127.0.0.1:3000", "[::1]:3000", "LOCALHOST"] {
        assert_eq!(install.tenants.resolve(own).await.unwrap().unwrap().id, install.first, "{own}");
    }
    assert_eq!(install.tenants.resolve("Second.localhost:3000").await.unwrap().unwrap().id, install.second);
    for unknown in ["example.org", "third.localhost", ""] {
        assert_eq!(install.tenants.resolve(unknown).await.unwrap(), None, "{unknown}");
    }
}

#[tokio::test]
async fn a_host_that_led_nowhere_leads_to_its_new_tenant_at_once() {
    let install = install().await;
    assert_eq!(install.tenants.resolve("third.localhost").await.unwrap(), None);
    let operator = person(install.first, Role::Operator);
    let made = install.tenants.create(&operator, CreateTenant { name: "Third".into(), host: "Third.localhost:80".into() }).await.unwrap();
    let made = made.done().unwrap();
    assert_eq!(made.hosts, ["third.localhost"]);
    assert_eq!(install.tenants.resolve("third.localhost").await.unwrap().unwrap().id, made.id);
}

#[tokio::test]
async fn a_second_start_keeps_the_first_tenant() {
    let install = install().await;
    let again = service(&install.bench).ensure_default(NewTenant { name: "Other".into(), ..NewTenant::default() }).await.unwrap();
    assert_eq!(again, install.first);
}

#[tokio::test]
async fn a_changed_brand_is_seen_at_once_and_by_its_own_tenant_only() {
    let install = install().await;
    let admin = person(install.first, Role::Admin);
    assert_eq!(install.tenants.brand(&admin).await.unwrap().name, "Danny");
    let brand = install.tenants.update_brand(&admin, form()).await.unwrap().done().unwrap();
    assert_eq!(install.tenants.brand(&visitor(install.first)).await.unwrap(), brand);
    assert_eq!((brand.name.as_str(), brand.hue, brand.links[0].label.as_str()), ("New name", 200.0, "Shop"));
    let resolved = install.tenants.resolve("localhost").await.unwrap().unwrap();
    assert_eq!((resolved.time_zone.as_str(), resolved.locale.0.as_str()), ("Europe/Lisbon", "en"));
    assert_eq!(install.tenants.brand(&visitor(install.second)).await.unwrap().name, "Second");
}

#[tokio::test]
async fn only_admins_change_brands_and_only_operators_see_tenants() {
    let install = install().await;
    let dj = person(install.first, Role::Dj);
    assert_eq!(install.tenants.update_brand(&visitor(install.first), form()).await, Err(Failure::SignInRequired));
    assert_eq!(install.tenants.update_brand(&dj, form()).await, Err(Failure::Forbidden));
    assert_eq!(install.tenants.set_logo(&dj, picture()).await, Err(Failure::Forbidden));
    assert_eq!(install.tenants.remove_logo(&dj).await, Err(Failure::Forbidden));
    let admin = person(install.first, Role::Admin);
    assert_eq!(install.tenants.list(&admin).await, Err(Failure::Forbidden));
    assert_eq!(install.tenants.create(&admin, CreateTenant::default()).await, Err(Failure::Forbidden));
    let seen = install.tenants.list(&person(install.first, Role::Operator)).await.unwrap();
    assert_eq!(seen.iter().map(|tenant| tenant.name.as_str()).collect::<Vec<_>>(), ["Danny", "Second"]);
}

#[tokio::test]
async fn a_host_belongs_to_one_tenant() {
    let install = install().await;
    let operator = person(install.first, Role::Operator);
    let create = |name: &str, host: &str| CreateTenant { name: name.into(), host: host.into() };
    let taken = install.tenants.create(&operator, create("Copy", "second.localhost")).await.unwrap();
    assert_eq!(taken, Outcome::refused(TenantRefusal::HostTaken));
    assert_eq!(install.tenants.list(&operator).await.unwrap().len(), 2, "nothing half-made");
    let wrong = install.tenants.create(&operator, create("Wrong", "https://example.org")).await.unwrap();
    assert_eq!(wrong, Outcome::refused(TenantRefusal::HostInvalid));
    assert_eq!(install.tenants.create(&operator, create("Own", "localhost")).await.unwrap(), Outcome::refused(TenantRefusal::HostInvalid));
}

#[tokio::test]
async fn a_logo_is_served_to_its_own_tenant_replaced_whole_and_removed() {
    let install = install().await;
    let admin = person(install.first, Role::Admin);
    let url = install.tenants.set_logo(&admin, picture()).await.unwrap().done().unwrap().logo_url.unwrap();
    let (status, file) = get(&install, visitor(install.first), &url).await;
    assert_eq!((status, &file[8..12]), (StatusCode::OK, &b"WEBP"[..]));
    assert_eq!(get(&install, visitor(install.second), &url).await.0, StatusCode::NOT_FOUND);
    let next = install.tenants.set_logo(&admin, picture()).await.unwrap().done().unwrap().logo_url.unwrap();
    assert_ne!(url, next);
    assert_eq!(get(&install, visitor(install.first), &url).await.0, StatusCode::NOT_FOUND);
    let without = install.tenants.remove_logo(&admin).await.unwrap();
    assert_eq!(without.logo_url, None);
    assert_eq!(get(&install, visitor(install.first), &next).await.0, StatusCode::NOT_FOUND);
    assert_eq!(install.tenants.remove_logo(&admin).await.unwrap(), without, "a second time is as good");
    for wrong in ["/brand/logo/..webp", "/brand/logo/a%2F..%2Fb.webp", "/brand/logo/x"] {
        assert_eq!(get(&install, visitor(install.first), wrong).await.0, StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test]
async fn what_is_no_picture_is_refused_as_a_logo() {
    let install = install().await;
    let admin = person(install.first, Role::Admin);
    let refused = install.tenants.set_logo(&admin, Bytes::from_static(b"MZ not a picture")).await.unwrap();
    assert_eq!(refused, Outcome::refused(TenantRefusal::LogoInvalid));
}
