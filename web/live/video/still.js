const EVERY = 3_000;

/**
 * A picture every three seconds instead of a moving one, for a line that carries no more. It is an
 * ordinary track, so that the other side needs to know nothing of it.
 */
export class Still {
  /** @param {MediaStreamTrack} camera */
  constructor(camera) {
    this.camera = camera;
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = new MediaStream([camera]);
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const pen = canvas.getContext('2d');
    this.track = /** @type {CanvasCaptureMediaStreamTrack} */ (canvas.captureStream(0).getVideoTracks()[0]);
    const take = () => {
      pen?.drawImage(video, 0, 0, canvas.width, canvas.height);
      this.track.requestFrame();
    };
    video.addEventListener('playing', take, { once: true });
    void video.play().catch(() => undefined);
    this.video = video;
    this.beat = setInterval(take, EVERY);
  }

  stop() {
    clearInterval(this.beat);
    this.track.stop();
    this.video.srcObject = null;
  }
}
