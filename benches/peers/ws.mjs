// `ws` on Node: whoever connects to /ROOM hears every text that is sent there. Prints its port.
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('listening', () => console.log(`127.0.0.1:${server.address().port}`));
server.on('connection', (socket, request) => {
  let room;
  socket.on('message', (data) => {
    if (!room) {
      room = rooms.get(request.url) ?? new Set();
      rooms.set(request.url, room.add(socket));
      return;
    }
    const text = data.toString();
    for (const other of room) if (other.readyState === 1) other.send(text);
  });
  socket.on('close', () => room?.delete(socket));
});
