//! The install as its operator sees it: health, metrics, start, stop, commands, mistakes in the configuration.

use crate::support::{PASSWORD, Program, TestApp};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

#[tokio::test]
async fn a_running_install_is_healthy_and_ready() {
    let app = TestApp::new().await;
    // Machines ask by address, not by a brand's name.
    let mut machine = app.visitor_of("10.0.0.7");
    assert_eq!(machine.get("/healthz").await.status, 200);
    assert_eq!(machine.get("/readyz").await.status, 200);
}

#[tokio::test]
async fn an_install_that_stops_is_healthy_but_not_ready() {
    let app = TestApp::new().await;
    app.install.stopping.cancel();
    assert_eq!(app.visitor().get("/healthz").await.status, 200);
    let answer = app.visitor().get("/readyz").await;
    assert_eq!((answer.status, answer.text().as_str()), (503, "stopping\n"));
}

#[tokio::test]
async fn an_install_without_its_database_is_not_ready() {
    let app = TestApp::new().await;
    app.install.kernel.database.clone().close().await;
    let answer = app.visitor().get("/readyz").await;
    assert_eq!(answer.status, 503);
    assert!(answer.text().contains("database"));
}

#[tokio::test]
async fn metrics_are_text_for_prometheus() {
    let app = TestApp::new().await;
    app.visitor().get("/").await;
    let answer = app.visitor().get("/metrics").await;
    assert_eq!(answer.status, 200);
    assert!(answer.text().lines().all(|line| line.is_empty() || line.starts_with('#') || line.contains(' ')), "{}", answer.text());
}

#[tokio::test]
async fn a_stop_lets_the_running_request_finish() {
    let program = Program::new().await;
    let created = create_admin(&program).await;
    assert!(created.success, "{created:?}");
    let serving = program.serve().await;
    let body = format!("email=dj%40example.org&password={}", PASSWORD.replace(' ', "+"));
    let (first, rest) = body.split_at(10);
    let mut running = TcpStream::connect(&serving.address).await.unwrap();
    let head = format!(
        "POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\nExpect: 100-continue\r\n\r\n",
        body.len()
    );
    running.write_all(head.as_bytes()).await.unwrap();
    let mut asked = [0; 25];
    running.read_exact(&mut asked).await.unwrap();
    assert_eq!(&asked, b"HTTP/1.1 100 Continue\r\n\r\n", "the request runs");
    running.write_all(first.as_bytes()).await.unwrap();

    let told = Instant::now();
    serving.terminate().await;
    let address = serving.address.clone();
    crate::support::eventually("nobody new is let in", || {
        let address = address.clone();
        async move { TcpStream::connect(address).await.is_err() }
    })
    .await;
    running.write_all(rest.as_bytes()).await.unwrap();
    let mut answer = String::new();
    running.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.contains("session="), "{answer}");
    assert!(serving.ended_well().await);
    assert!(told.elapsed() < Duration::from_secs(15), "it took {:?}", told.elapsed());
}

#[tokio::test]
async fn a_second_start_finds_everything_where_it_was() {
    let program = Program::new().await;
    assert!(create_admin(&program).await.success);
    for _ in 0..2 {
        let serving = program.serve().await;
        let mut admin = crate::support::Browser::new(serving.address.parse().unwrap(), "localhost");
        admin.sign_in("dj@example.org", PASSWORD).await;
        assert_eq!(admin.get("/studio").await.status, 200);
        serving.terminate().await;
        assert!(serving.ended_well().await);
    }
}

async fn create_admin(program: &Program) -> crate::support::Ended {
    let mut command = program.command(&["admin", "create", "--email", "dj@example.org", "--name", "The DJ"]);
    Program::end(command.env("HECTIC_ADMIN_PASSWORD", PASSWORD)).await
}

#[tokio::test]
async fn an_account_from_the_command_line_has_a_role_and_needs_a_good_password() {
    let program = Program::new().await;
    let created = create_admin(&program).await;
    assert!(created.success, "{created:?}");
    assert!(created.said.contains("dj@example.org") && created.said.contains("admin"), "{created:?}");
    let mut short = program.command(&["admin", "create", "--email", "b@example.org", "--name", "Bee"]);
    let refused = Program::end(short.env("HECTIC_ADMIN_PASSWORD", "short")).await;
    assert!(!refused.success);
    assert!(!refused.complained.contains("panicked"), "{refused:?}");
    let unknown =
        program.run(&["admin", "create", "--email", "c@example.org", "--name", "Sea", "--role", "emperor", "--password", PASSWORD]).await;
    assert!(!unknown.success);
    assert!(unknown.complained.contains("operator"), "the roles are listed: {unknown:?}");
}

#[tokio::test]
async fn the_doctor_names_what_is_missing_and_the_command_that_helps() {
    let program = Program::new().await;
    let before = program.run(&["doctor"]).await;
    assert!(!before.success);
    assert!(before.said.lines().any(|line| line.starts_with("FAIL") && line.contains("hectic migrate")), "{before:?}");
    assert!(program.run(&["migrate"]).await.success);
    let after = program.run(&["doctor"]).await;
    assert!(after.success, "{after:?}");
    assert!(after.said.contains("en, es, fr, pt"), "{after:?}");
    std::fs::remove_dir_all(program.folder.path().join("site")).unwrap();
    let without = program.run(&["doctor"]).await;
    assert!(!without.success && without.said.contains("cargo xtask run"), "{without:?}");
}

#[tokio::test]
async fn help_lists_every_command() {
    let program = Program::new().await;
    let help = program.run(&["--help"]).await;
    assert!(help.success);
    for command in ["serve", "migrate", "seed", "import", "doctor", "admin"] {
        assert!(help.said.contains(command), "{command}: {}", help.said);
        let own = program.run(&[command, "--help"]).await;
        assert!(own.success && own.said.contains("Usage: hectic"), "{command}: {own:?}");
    }
    assert!(program.run(&["--version"]).await.said.starts_with("hectic "));
}

#[tokio::test]
async fn a_mistake_in_the_configuration_is_named_with_its_key() {
    let program = Program::new().await;
    let mistakes = [
        ("HECTIC_HTTP__LISTEN", "here", "http.listen"),
        ("HECTIC_HTTP__PUBLIC_URL", "example.org", "http.public_url"),
        ("HECTIC_HTTP__LISSTEN", "127.0.0.1:1", "lissten"),
        ("HECTIC_JOBS__WORKERS", "many", "workers"),
        ("HECTIC_JOBS__WORKERS", "0", "jobs.workers"),
        ("HECTIC_MAIL__FROM", "nobody", "mail.from"),
        ("DATABASE_URL", "oracle://here", "database.url"),
        ("HECTIC_LOCALES", "nowhere", "nowhere"),
    ];
    for (name, value, key) in mistakes {
        let mut command = program.command(&["migrate"]);
        let ended = Program::end(command.env(name, value)).await;
        assert!(!ended.success, "{name}={value}");
        assert!(ended.complained.to_lowercase().contains(key), "{name}={value}: {}", ended.complained);
        assert!(!ended.complained.contains("panicked"), "{name}={value}: {}", ended.complained);
    }
}

#[tokio::test]
async fn the_environment_speaks_over_the_file() {
    let program = Program::new().await;
    std::fs::write(program.folder.path().join("hectic.toml"), "[http]\nlisten = \"127.0.0.1:1\"\n").unwrap();
    let doctor = |program: &Program| program.command(&["doctor"]);
    assert!(Program::end(&mut doctor(&program)).await.said.contains("listens on 127.0.0.1:1\n"));
    let over = Program::end(doctor(&program).env("HECTIC_HTTP__LISTEN", "127.0.0.1:2")).await;
    assert!(over.said.contains("listens on 127.0.0.1:2\n"), "{over:?}");
    let named = program.run(&["doctor", "--config", "elsewhere.toml"]).await;
    assert!(!named.success && named.complained.contains("elsewhere.toml"), "{named:?}");
}
