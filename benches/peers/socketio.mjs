// socket.io 4: whoever joins a room hears every text that is sent there. Prints its port.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
io.on('connection', (socket) => {
  socket.on('join', (room) => socket.join(room));
  socket.on('say', (room, text) => io.to(room).emit('say', text));
});
http.listen(0, '127.0.0.1', () => console.log(`127.0.0.1:${http.address().port}`));
