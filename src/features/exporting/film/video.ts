/** Makes a video of a film with the browser's own encoders. */
import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  type VideoCodec,
  WebMOutputFormat,
} from 'mediabunny';
import { type ExportJob, play } from './export-job.ts';

export const videoKinds = ['mp4', 'webm'] as const;
export type VideoKind = (typeof videoKinds)[number];

/** Codecs that most players support, best first. */
const codecs: Record<VideoKind, VideoCodec[]> = { mp4: ['avc'], webm: ['vp9', 'vp8'] };

const formats = { mp4: () => new Mp4OutputFormat(), webm: () => new WebMOutputFormat() };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Null where the browser has no encoder for it, or restricts it to pages loaded over https. */
function codecFor(kind: VideoKind, { width, height }: Size): Promise<VideoCodec | null> {
  return getFirstEncodableVideoCodec(codecs[kind], { width, height });
}

/**
 * WebKit on Linux encodes with GStreamer. Where GStreamer can't register its elements it aborts, and with it the process
 * of the page, at the first question for any codec.
 */
function questionsMayEndThePage(): boolean {
  const { userAgent } = navigator;
  const isWebKit = userAgent.includes('AppleWebKit') && !userAgent.includes('Chrome');
  return isWebKit && userAgent.includes('Linux') && !userAgent.includes('Android');
}

/** The kinds of video that this browser can encode. Some browsers encode a frame to find out, which takes seconds. */
export async function encodableKinds(size: Size): Promise<readonly VideoKind[]> {
  if (questionsMayEndThePage()) return [];
  const found = await Promise.all(videoKinds.map((kind) => codecFor(kind, size)));
  return videoKinds.filter((_, index) => found[index] !== null);
}

/** @throws When it's aborted, or when the browser can't encode it. */
export async function makeVideo(job: ExportJob, kind: VideoKind): Promise<Blob> {
  const { canvas } = job.renderer;
  const codec = await codecFor(kind, canvas);
  if (codec === null) throw new Error(`This browser has no encoder for ${kind}.`);
  const target = new BufferTarget();
  const output = new Output({ format: formats[kind](), target });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH });
  output.addVideoTrack(source);
  await output.start();
  try {
    await play(job, ({ durationMs }, startMs) => source.add(startMs / 1_000, durationMs / 1_000));
    await output.finalize();
  } catch (error) {
    await output.cancel();
    throw error;
  }
  if (target.buffer === null) throw new Error('No video was made.');
  return new Blob([target.buffer], { type: `video/${kind}` });
}
