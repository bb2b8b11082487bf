//! Files that the kernel sends from its page cache (sendfile(2)), past hyper and past our memory.
//!
//! hyper only knows bodies made of bytes. So a [`FileBody`] yields a stand-in of the right length, from one region of memory that is
//! never read, and puts the file it stands for into the [`Outlet`] of its connection. The [`Connection`] knows the region by its address:
//! where hyper asks it to write a stand-in, it sends the file. A stand-in without its file ends the connection, so nobody is ever sent the
//! region itself.
//!
//! Knows nothing of HTTP. Only for HTTP/1: HTTP/2 cuts bodies into frames of its own.

mod body;
mod connection;
mod outlet;

pub use body::FileBody;
pub use connection::Connection;
pub use outlet::Outlet;
