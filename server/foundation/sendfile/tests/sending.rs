//! Files over a real socket, written as hyper writes: the head and what stands for the file in one call.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that meets an error has failed")]

use http_body::Body;
use sendfile::{Connection, FileBody, Outlet};
use std::{
    fs::File,
    future::poll_fn,
    io::{self, IoSlice, Write},
    pin::pin,
    sync::Arc,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

const HEAD: &[u8] = b"HTTP/1.1 206 Partial Content\r\n\r\n";

async fn connected() -> (Connection, TcpStream) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let (client, accepted) = tokio::join!(TcpStream::connect(listener.local_addr().unwrap()), listener.accept());
    (Connection::new(accepted.unwrap().0), client.unwrap())
}

fn file(bytes: &[u8]) -> Arc<File> {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(bytes).unwrap();
    Arc::new(file)
}

fn noise(length: usize) -> Vec<u8> {
    (0..length as u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

async fn write(connection: &mut Connection, body: FileBody) -> io::Result<()> {
    let mut body = pin!(body);
    let mut head = HEAD;
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let mut data = &frame?.into_data().unwrap()[..];
        while !data.is_empty() {
            let both = [IoSlice::new(head), IoSlice::new(data)];
            let written = connection.write_vectored(if head.is_empty() { &both[1..] } else { &both }).await?;
            let of_head = written.min(head.len());
            head = &head[of_head..];
            data = &data[written - of_head..];
        }
    }
    assert!(body.is_end_stream());
    Ok(())
}

async fn read(mut client: TcpStream) -> Vec<u8> {
    let mut all = Vec::new();
    client.read_to_end(&mut all).await.unwrap();
    all
}

#[tokio::test]
async fn ranges_arrive_one_after_the_other_each_behind_its_head() {
    let bytes = noise(5 * 1024 * 1024 + 17);
    let file = file(&bytes);
    let ranges = [0..bytes.len(), 5..6, 1_000_000..1_100_000, 1..bytes.len() - 1, bytes.len() - 1..bytes.len()];
    let (mut connection, client) = connected().await;
    let reading = tokio::spawn(read(client));
    let outlet = connection.outlet().unwrap();
    let mut expected = Vec::new();
    for range in ranges {
        let body = FileBody::new(outlet.clone(), file.clone(), range.start as u64..range.end as u64);
        assert_eq!(body.size_hint().exact(), Some(range.len() as u64));
        write(&mut connection, body).await.unwrap();
        expected.extend_from_slice(HEAD);
        expected.extend_from_slice(&bytes[range]);
    }
    drop(connection);
    assert!(reading.await.unwrap() == expected);
}

#[tokio::test]
async fn what_stands_for_a_file_is_never_sent_itself() {
    let (mut connection, client) = connected().await;
    // Put into another connection's outlet.
    let written = write(&mut connection, FileBody::new(Outlet::default(), file(&noise(100)), 0..100)).await;
    assert!(written.is_err());
    drop(connection);
    assert!(!read(client).await.contains(&0), "zeros of the region");
}

#[tokio::test]
async fn a_file_that_got_shorter_breaks_the_answer_off() {
    let (mut connection, client) = connected().await;
    let body = FileBody::new(connection.outlet().unwrap(), file(&noise(1000)), 0..2000);
    assert!(write(&mut connection, body).await.is_err());
    drop(connection);
    assert!(read(client).await.len() < HEAD.len() + 2000);
}
