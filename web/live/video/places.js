/** @typedef {{cam: MediaStreamTrack | null, mic: MediaStreamTrack | null}} Tracks */

const MOST_BITS = 700_000;

/**
 * Put tracks, or nothing, in a connection's two places. It takes effect at once and needs no
 * negotiation.
 *
 * @param {RTCPeerConnection} pc
 * @param {Tracks} tracks
 */
export function fill(pc, tracks) {
  for (const { sender, receiver } of pc.getTransceivers()) {
    const track = receiver.track.kind === 'video' ? tracks.cam : tracks.mic;
    if (sender.track !== track) {
      void put(sender, track);
    }
  }
}

/**
 * @param {RTCRtpSender} sender
 * @param {MediaStreamTrack | null} track
 */
async function put(sender, track) {
  try {
    await sender.replaceTrack(track);
    const parameters = sender.getParameters();
    // Keep a picture within what a school's line carries.
    if (track?.kind === 'video' && parameters.encodings?.length > 0) {
      parameters.encodings[0].maxBitrate = MOST_BITS;
      await sender.setParameters(parameters);
    }
  } catch {
    // The connection was closed meanwhile, or is not yet negotiated: then it is filled again.
  }
}
