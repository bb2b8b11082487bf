//! Connections as the site serves them: each knows who is at the other end and, where the kernel can send files, takes them.

use axum::{
    Router,
    extract::{ConnectInfo, Request, connect_info::Connected, connect_info::IntoMakeServiceWithConnectInfo},
    http::Version,
    serve::{IncomingStream, Listener},
};
use sendfile::{Connection, Outlet};
use std::{io, net::SocketAddr};
use tokio::net::TcpListener;
use tower::util::MapRequestLayer;

/// Accepts connections that take files.
#[derive(Debug)]
pub struct Listening(TcpListener);

/// The other end of a connection.
#[derive(Clone, Debug)]
pub struct Peer {
    address: SocketAddr,
    outlet: Option<Outlet>,
}

/// What serves `site` at `listener`.
pub fn on(listener: TcpListener, site: Router) -> (Listening, IntoMakeServiceWithConnectInfo<Router, Peer>) {
    let site = site.layer(MapRequestLayer::new(told_of_its_peer));
    (Listening(listener), site.into_make_service_with_connect_info::<Peer>())
}

fn told_of_its_peer(mut request: Request) -> Request {
    let Some(ConnectInfo(Peer { address, outlet })) = request.extensions_mut().remove::<ConnectInfo<Peer>>() else { return request };
    // HTTP/2 mixes the answers of a connection.
    if let Some(outlet) = outlet.filter(|_| request.version() <= Version::HTTP_11) {
        request.extensions_mut().insert(outlet);
    }
    request.extensions_mut().insert(ConnectInfo(address));
    request
}

impl Listener for Listening {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        // Without it the end of an answer can wait for a packet to be confirmed. Refused only for what is closed already.
        let _ = stream.set_nodelay(true);
        (Connection::new(stream), address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Listening>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Listening>) -> Self {
        Self { address: *stream.remote_addr(), outlet: stream.io().outlet() }
    }
}
