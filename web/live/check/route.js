import { pause } from '../lines/address.js';

const GATHER = 8_000;
const THROUGH = 6_000;

/**
 * By which ways pictures and sound may go: candidates of each kind, by what the relay is reached,
 * and whether something sent through it comes back.
 *
 * @param {RTCIceServer[]} ice
 */
export async function route(ice) {
  /** @type {string[]} */
  const none = [];
  const found = { webrtc: false, host: 0, srflx: 0, relays: none, through: false };
  try {
    const all = new RTCPeerConnection({ iceServers: ice });
    found.webrtc = true;
    /** @type {Set<string>} */
    const relays = new Set();
    await gathered(all, ({ type, url, relayProtocol }) => {
      if (type === 'relay') {
        relays.add(by(url, relayProtocol));
      } else if (type === 'host' || type === 'srflx') {
        found[type] = Math.min(50, found[type] + 1);
      }
    });
    all.close();
    found.relays = [...relays].sort();
    found.through = relays.size > 0 && (await through(ice));
  } catch {
    // A browser without connections, or with an extension that takes them away.
  }
  return found;
}

/**
 * By what the relay was reached: udp, tcp or tls.
 *
 * @param {string | null | undefined} url
 * @param {string | null | undefined} protocol
 */
function by(url, protocol) {
  if (protocol === 'udp' || protocol === 'tcp' || protocol === 'tls') {
    return protocol;
  }
  return url?.startsWith('turns:') ? 'tls' : url?.includes('transport=tcp') ? 'tcp' : 'udp';
}

/**
 * @param {RTCPeerConnection} pc
 * @param {(candidate: RTCIceCandidate & {url?: string | null, relayProtocol?: string | null}) => void} told
 */
async function gathered(pc, told) {
  pc.createDataChannel('check');
  const over = new Promise((done) => {
    pc.onicecandidate = ({ candidate }) => (candidate === null ? done(null) : candidate.candidate && told(candidate));
  });
  await pc.setLocalDescription();
  await Promise.race([over, pause(GATHER)]);
}

/**
 * Two connections of this page meet by the relay alone.
 *
 * @param {RTCIceServer[]} iceServers
 */
async function through(iceServers) {
  const [one, other] = [0, 1].map(() => new RTCPeerConnection({ iceServers, iceTransportPolicy: 'relay' }));
  if (!one || !other) {
    return false;
  }
  one.onicecandidate = ({ candidate }) => candidate && void other.addIceCandidate(candidate).catch(() => undefined);
  other.onicecandidate = ({ candidate }) => candidate && void one.addIceCandidate(candidate).catch(() => undefined);
  const came = new Promise((/** @type {(came: boolean) => void} */ done) => {
    other.ondatachannel = ({ channel }) => (channel.onmessage = () => done(true));
  });
  const channel = one.createDataChannel('check');
  channel.onopen = () => channel.send('hello');
  await one.setLocalDescription();
  await other.setRemoteDescription(/** @type {RTCSessionDescription} */ (one.localDescription));
  await other.setLocalDescription();
  await one.setRemoteDescription(/** @type {RTCSessionDescription} */ (other.localDescription));
  const works = await Promise.race([came, pause(THROUGH).then(() => false)]);
  one.close();
  other.close();
  return works;
}
