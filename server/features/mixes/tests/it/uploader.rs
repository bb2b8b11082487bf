//! A tus client with the verbs of a person who uploads.

use crate::house::Server;
use base64::{Engine, engine::general_purpose::STANDARD};
use contract::{ids::MixId, outcome::Message};
use reqwest::{Client, Method, RequestBuilder, Response};
use serde::Deserialize;
use std::net::SocketAddr;

pub struct Uploader {
    http: Client,
    base: String,
    pub address: SocketAddr,
}

/// An upload that was begun.
#[derive(Debug)]
pub struct Begun {
    pub location: String,
    pub mix: MixId,
}

/// Declined, and why.
#[derive(Debug, PartialEq)]
pub struct Refused {
    pub status: u16,
    pub ids: Vec<String>,
}

#[derive(Deserialize)]
struct Body {
    refusals: Vec<Message>,
}

impl Uploader {
    pub fn of(server: &Server) -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        Self { http: Client::new(), base: format!("http://{}", server.address), address: server.address }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.base)).header("tus-resumable", "1.0.0")
    }

    pub async fn begin(&self, name: &str, size: usize) -> Result<Begun, Refused> {
        let metadata = format!("filename {}", STANDARD.encode(name));
        let request = self.request(Method::POST, "/uploads").header("upload-length", size).header("upload-metadata", metadata);
        let response = accepted(request.send().await.unwrap()).await?;
        assert_eq!(response.status(), 201);
        let header = |name: &str| response.headers()[name].to_str().unwrap().to_owned();
        Ok(Begun { location: header("location"), mix: header("hectic-mix").parse().unwrap() })
    }

    pub fn chunk(&self, upload: &Begun, offset: usize, bytes: &[u8]) -> RequestBuilder {
        self.request(Method::PATCH, &upload.location)
            .header("upload-offset", offset)
            .header("content-type", "application/offset+octet-stream")
            .body(bytes.to_vec())
    }

    /// The new offset.
    pub async fn send(&self, upload: &Begun, offset: usize, bytes: &[u8]) -> Result<usize, Refused> {
        let response = accepted(self.chunk(upload, offset, bytes).send().await.unwrap()).await?;
        assert_eq!(response.status(), 204);
        Ok(offset_of(&response))
    }

    pub async fn offset(&self, upload: &Begun) -> Result<usize, Refused> {
        let response = self.request(Method::HEAD, &upload.location).send().await.unwrap();
        if !response.status().is_success() {
            return Err(Refused { status: response.status().as_u16(), ids: vec![] });
        }
        assert_eq!(response.headers()["cache-control"], "no-store");
        Ok(offset_of(&response))
    }

    /// All of a file, in one go.
    pub async fn upload(&self, name: &str, bytes: &[u8]) -> Result<MixId, Refused> {
        let upload = self.begin(name, bytes.len()).await?;
        assert_eq!(self.send(&upload, 0, bytes).await?, bytes.len());
        Ok(upload.mix)
    }
}

pub fn refused(status: u16, id: &str) -> Refused {
    Refused { status, ids: vec![id.to_owned()] }
}

async fn accepted(response: Response) -> Result<Response, Refused> {
    assert_eq!(response.headers()["tus-resumable"], "1.0.0");
    if response.status().is_success() {
        return Ok(response);
    }
    let status = response.status().as_u16();
    let body: Body = response.json().await.unwrap();
    Err(Refused { status, ids: body.refusals.into_iter().map(|message| message.id).collect() })
}

fn offset_of(response: &Response) -> usize {
    response.headers()["upload-offset"].to_str().unwrap().parse().unwrap()
}
