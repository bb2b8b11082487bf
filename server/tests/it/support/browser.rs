//! A browser without scripts: keeps cookies, sends forms, follows where it is sent.

use super::Answer;
use contract::failure::Failure;
use reqwest::{Client, Method, RequestBuilder, redirect::Policy};
use serde::de::DeserializeOwned;
use std::{collections::BTreeMap, net::SocketAddr};

const USER_AGENT: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// What a page's script accepts.
pub const WITH_SCRIPTS: &str = "application/json";
/// What the browser itself accepts.
pub const WITHOUT_SCRIPTS: &str = "text/html,application/xhtml+xml";

/// Somebody's browser on one host. A clone is the same person at the same time.
#[derive(Clone)]
pub struct Browser {
    http: Client,
    address: SocketAddr,
    host: String,
    pub cookies: BTreeMap<String, String>,
    /// Sent with every request.
    pub headers: BTreeMap<&'static str, String>,
}

impl Browser {
    pub fn new(address: SocketAddr, host: &str) -> Self {
        server::wiring::install_crypto();
        let http = Client::builder().redirect(Policy::none()).user_agent(USER_AGENT).build().unwrap();
        Self { http, address, host: host.to_owned(), cookies: BTreeMap::new(), headers: BTreeMap::new() }
    }

    /// The same browser with another header.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.insert(name, value.to_owned());
        self
    }

    pub fn is_signed_in(&self) -> bool {
        self.cookies.contains_key("session")
    }

    /// A request that only lacks its body.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        let mut request = self.http.request(method, format!("http://{}{path}", self.address)).header("host", &self.host);
        if !self.cookies.is_empty() {
            let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header("cookie", pairs.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        request
    }

    /// Sends it and keeps the cookies of the answer.
    pub async fn send(&mut self, request: RequestBuilder) -> Answer {
        let response = request.send().await.unwrap();
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let answer = Answer { status, headers, body: response.bytes().await.unwrap().to_vec() };
        for cookie in answer.cookies() {
            let (name, rest) = cookie.split_once('=').unwrap();
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
            }
        }
        answer
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        let request = self.request(Method::GET, path).header("accept", "text/html,application/xhtml+xml");
        self.send(request).await
    }

    /// A form as a browser without scripts posts it from the front page.
    pub async fn post_form(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_form_from("/", path, fields).await
    }

    pub async fn post_form_from(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let site = format!("http://{}", self.host);
        let request = self
            .request(Method::POST, path)
            .header("accept", "text/html,application/xhtml+xml")
            .header("origin", &site)
            .header("referer", format!("{site}{page}"))
            .form(fields);
        self.send(request).await
    }

    /// A form with one file in it.
    pub async fn post_file(&mut self, path: &str, accept: &str, field: &str, file: &[u8]) -> Answer {
        self.post_parts(path, accept, &[], Some((field, file))).await
    }

    /// Posts a form with short fields and perhaps a file.
    pub async fn post_parts(&mut self, path: &str, accept: &str, words: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
        let part = |name: &str, more: &str| format!("--boundary\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
        let mut body: Vec<u8> = words.iter().flat_map(|(name, word)| format!("{}{word}\r\n", part(name, "")).into_bytes()).collect();
        if let Some((name, file)) = file {
            let head = part(name, "; filename=\"a file\"\r\nContent-Type: application/octet-stream");
            body.extend([head.as_bytes(), file, b"\r\n"].concat());
        }
        body.extend(b"--boundary--\r\n");
        let request = self
            .request(Method::POST, path)
            .header("accept", accept)
            .header("content-type", "multipart/form-data; boundary=boundary")
            .body(body);
        self.send(request).await
    }

    /// Posts the form of `page` and reads the page that it leads to.
    pub async fn submit(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let answer = self.post_form_from(page, path, fields).await;
        assert_eq!(answer.status, 302, "a plain form leads on: {}", answer.text());
        let location = answer.header("location").to_owned();
        let target = location.strip_prefix(&format!("http://{}", self.host)).unwrap_or(&location);
        self.get(target).await
    }

    /// Calls a server function as the hydrated page does.
    pub async fn call<T: DeserializeOwned>(&mut self, name: &str, fields: &[(&str, &str)]) -> Result<T, Failure> {
        let request = self.request(Method::POST, &format!("/api/{name}")).header("accept", "application/json").form(fields);
        self.answered(request).await
    }

    /// Asks a server function that only reads.
    pub async fn ask<T: DeserializeOwned>(&mut self, name: &str, fields: &[(&str, &str)]) -> Result<T, Failure> {
        let request = self.request(Method::GET, &format!("/api/{name}")).header("accept", "application/json").query(fields);
        self.answered(request).await
    }

    async fn answered<T: DeserializeOwned>(&mut self, request: RequestBuilder) -> Result<T, Failure> {
        let answer = self.send(request).await;
        if answer.status == 200 { Ok(answer.json()) } else { Err(answer.json()) }
    }

    pub async fn sign_up(&mut self, name: &str, email: &str, password: &str) -> Answer {
        self.submit("/sign-up", "/api/sign-up", &[("name", name), ("email", email), ("password", password)]).await
    }

    pub async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        self.submit("/sign-in", "/api/sign-in", &[("email", email), ("password", password)]).await
    }

    pub async fn sign_out(&mut self) -> Answer {
        self.submit("/me", "/api/sign-out", &[]).await
    }
}
