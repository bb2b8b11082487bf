//! What tests stand on: a kernel over a fresh database of the kind that `HECTIC_TEST_DATABASE_URL` names, and callers of every role.
//! For tests only; knows no feature.

pub mod redis;
pub mod socket;

use contract::{
    caller::{Caller, Locale, Origin, Role, Viewer},
    ids::{AccountId, SessionId, TenantId},
    shown::Timestamp,
};
use kernel::{Database, Ids, Kernel, ManualClock, database::Config, languages::Languages, pace::Paces, signing::Signer};
use sea_orm::ConnectionTrait;
use sea_orm_migration::MigratorTrait;
use std::{
    net::{IpAddr, Ipv4Addr},
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

/// 2026-11-22T12:00:00Z, where the clock of every test starts.
pub const NOON: Timestamp = Timestamp(1_795_348_800_000);

/// A migrated, empty install with a clock that the test moves.
pub struct Bench {
    pub kernel: Kernel,
    pub clock: Arc<ManualClock>,
    pub folder: TempDir,
    database_url: String,
}

impl Bench {
    /// # Panics
    /// When the database can't be made: the test can't go on.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database_url = fresh_database(folder.path()).await;
        let config = Config { url: database_url.clone(), max_connections: 4 };
        let database = Database::connect(&config, folder.path()).await.expect("a database");
        migrations::Migrator::up(database.for_migrations(), None).await.expect("migrations");
        let clock = Arc::new(ManualClock::at(NOON));
        let kernel = Kernel {
            database,
            clock: clock.clone(),
            ids: Ids,
            signer: Signer::new([7; 32]),
            paces: Paces::new(Signer::new([7; 32]), None),
            languages: Arc::new(Languages::load(&locales(), "en").expect("locales")),
            events: kernel::events::Outbox::default(),
        };
        Self { kernel, clock, folder, database_url }
    }

    /// A second process on the same database.
    ///
    /// # Panics
    /// When the database can't be reached.
    pub async fn second_database(&self) -> Database {
        Database::connect(&Config { url: self.database_url.clone(), max_connections: 4 }, self.folder.path()).await.expect("a database")
    }

    /// A new tenant's id. Tenants need no row to own rows.
    pub fn tenant(&self) -> TenantId {
        TenantId(Ids.next())
    }
}

/// A visitor of `tenant` who isn't signed in.
pub fn visitor(tenant: TenantId) -> Caller {
    Caller {
        tenant,
        viewer: None,
        locale: Locale("en".into()),
        time_zone: "Europe/London".into(),
        request_id: "test".into(),
        origin: Origin {
            address: IpAddr::V4(Ipv4Addr::LOCALHOST),
            user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0".into(),
            base_url: "http://localhost:3000".into(),
        },
    }
}

/// Someone of `tenant` with `role`, new with each call.
pub fn person(tenant: TenantId, role: Role) -> Caller {
    let viewer = Viewer {
        account: AccountId(Ids.next()),
        session: SessionId(Ids.next()),
        name: format!("Test {}", role.name()),
        role,
        confirmed: true,
    };
    Caller { viewer: Some(viewer), ..visitor(tenant) }
}

/// The repository's translations.
pub fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../locales")
}

/// The address of a new, empty database: a file in `folder`, or one on the server that `HECTIC_TEST_DATABASE_URL` names.
///
/// # Panics
/// When the server can't be reached.
pub async fn fresh_database(folder: &Path) -> String {
    let Ok(server) = std::env::var("HECTIC_TEST_DATABASE_URL") else {
        return format!("sqlite:{}", folder.join("hectic.db").display());
    };
    let name = format!("t{}", Ids.next().simple());
    let admin = sea_orm::Database::connect(&server).await.expect("the database server of HECTIC_TEST_DATABASE_URL");
    let charset = if server.starts_with("mysql") { " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" } else { "" };
    admin.execute_unprepared(&format!("CREATE DATABASE {name}{charset}")).await.expect("a fresh database");
    let (base, _) = server.rsplit_once('/').expect("an address with a database");
    format!("{base}/{name}")
}
