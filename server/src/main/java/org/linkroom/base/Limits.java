package org.linkroom.base;

import java.time.Duration;

/// Names every bound. A queue without one is a defect.
public final class Limits {
  private Limits() {}

  /// Bytes of one frame from a page.
  public static final int FRAME_BYTES = 16 * 1024;

  /// Bytes of one form from a page: its longest text in the longest letters, three times over.
  public static final int FORM_BYTES = 64 * 1024;

  /// Fields of one form: what is chosen for each class of a programme that goes over into a new
  /// school year.
  public static final int FORM_FIELDS = 1024;

  /// Bytes of a file that a form brings: a table of every class that a programme can have.
  public static final int FILE_BYTES = 1024 * 1024;

  /// Bytes of a picture or a sound that an adult sends for her class, as it comes from her phone.
  public static final int MEDIA_BYTES = 10 * 1024 * 1024;

  /// Of those, how many one node reads at once; whoever comes then is asked to send it again.
  public static final int MEDIA_AT_ONCE = 12;

  /// Points of a picture as it comes: more than any phone takes by itself.
  public static final long PICTURE_POINTS = 50_000_000;

  /// Points of it that are read; of a larger one not each.
  public static final long PICTURE_POINTS_READ = 16_500_000;

  /// Pictures that one node reads at once: each takes some hundred megabytes for a second.
  public static final int PICTURES_AT_ONCE = 2;

  /// Points of a kept picture's longer side: a class's screen, and of a small one's.
  public static final int PICTURE_SIDE = 1920;

  public static final int PICTURE_SMALL_SIDE = 640;

  /// Bytes of a kept picture, and of a small one.
  public static final int PICTURE_KEPT_BYTES = 2 * 1024 * 1024;

  public static final int PICTURE_SMALL_BYTES = 512 * 1024;

  /// Pictures of one parcel, and those that a class can show in a room.
  public static final int PICTURES = 10;

  /// Bytes of a kept sound.
  public static final int SOUND_BYTES = 8 * 1024 * 1024;

  /// Parcels that a class sends in a link's year: one a fortnight.
  public static final int PARCELS = 20;

  /// Bytes of all that a class of a link has packed and sent.
  public static final long PARCELS_BYTES = 96L * 1024 * 1024;

  /// Bytes of one request's headers. A browser brings a pass for each of its devices.
  public static final int HEADER_BYTES = 16 * 1024;

  /// Devices whose passes one browser keeps; the oldest goes.
  public static final int PASSES_OF_BROWSER = 8;

  /// Bytes of one media signal, which travels inside a frame.
  public static final int SIGNAL_BYTES = 12 * 1024;

  /// Frames one socket may send in ten seconds; ICE candidates come in bursts.
  public static final int FRAMES_IN_TEN_SECONDS = 200;

  /// The same with what is no message: pings, pongs, and pieces of messages.
  public static final int SOCKET_FRAMES_IN_TEN_SECONDS = 2 * FRAMES_IN_TEN_SECONDS;

  /// Levels of one frame from a page, each within another.
  public static final int FRAME_LEVELS = 32;

  /// Tabs that one device may have had at one node where it speaks by POST.
  public static final int TABS = 32;

  /// Checks of classrooms' lines that one node answers at once.
  public static final int PROBES = 48;

  /// Bytes that one of them gets or brings: what a slow line takes a few seconds for.
  public static final int PROBE_BYTES = 3 * 1024 * 1024;

  /// Bytes of one document as a page gets it.
  public static final int DOCUMENT_BYTES = 128 * 1024;

  /// Other nodes' commits of one room that wait to be followed; beyond, the room is read anew.
  public static final int COMMITS_HEARD = 256;

  /// Commands that wait for one room's next commit.
  public static final int MAILBOX = 4096;

  /// Answers of one tab that a room keeps, for a page that did not get them and asks again.
  public static final int ANSWERS = 64;

  /// Members of one room, over all nodes: the network's children and as many again.
  public static final int MEMBERS = 60_000;

  /// Members of a room who are told of one by one; beyond, they are counted.
  public static final int MEMBERS_TOLD = 2_500;

  /// Members of one's own programme who are told of one by one where there are more than that.
  public static final int WINDOW = 200;

  /// Rooms of one node: as many as its pages can fill by twos, twice over.
  public static final int ROOMS = 20_000;

  /// How long who finds a node full stays away.
  public static final Duration BUSY_FOR = Duration.ofSeconds(5);

  /// Live pages of one node: what a process with 20,000 descriptors can hold and still work.
  public static final int SOCKETS = 18_500;

  /// Pages that one node takes in within a second when it tells many to come back.
  public static final int JOINS_A_SECOND = 1_000;

  /// Devices of one class in a room, and of its guests: a whole class's tablets and many more.
  public static final int DEVICES = 64;

  /// Devices that wait to be let in, for one class: a whole class's tablets and a few more.
  public static final int ASKING = 40;

  /// Devices of one class that were sent out and are remembered; the one that left longest ago
  /// goes.
  public static final int REMOVED = 64;

  /// Notes that the adults of a room keep; the oldest goes.
  public static final int NOTES = 100;

  /// Bytes of all these notes together, so that a document has room for them in any script.
  public static final int NOTES_BYTES = 48 * 1024;

  /// Characters of one note.
  public static final int NOTE_CHARACTERS = 500;

  /// Lines of one page of a rehearsal, which is a part of its own.
  public static final int PAGE_LINES = 64;

  /// Pages of a rehearsal that are kept; the oldest makes way.
  public static final int PAGES = 64;

  /// Pages of a rehearsal that are shown: more than a whole nation says between two ticks.
  public static final int PAGES_SHOWN = 4;

  /// Characters of one line of a rehearsal.
  public static final int LINE_CHARACTERS = 200;

  /// Bytes of one, in any script: as many as are shown must fit a document, each mark escaped.
  public static final int LINE_BYTES = 256;

  /// How far ahead of now all pages are told to act together: longer than a slow school's line.
  public static final Duration CUE_AHEAD = Duration.ofMillis(300);

  /// Bytes that may wait for one page before it is no longer queued for.
  public static final int OUTBOX_BYTES = 256 * 1024;

  /// Bytes that the kernel may hold for one page (it counts its own book-keeping, too).
  public static final int SOCKET_BYTES = 128 * 1024;

  /// Bytes of answers that may wait beyond that, for they are never left out.
  public static final int ANSWERS_BYTES = 64 * 1024;

  /// How long the last word to a page may take to be heard.
  public static final Duration LAST_WORD = Duration.ofSeconds(2);

  /// How long a page may be too slow to take anything before it is let go to come back.
  public static final Duration SLOW_FOR = Duration.ofSeconds(20);

  /// Bytes of commits that wait for PostgreSQL on one node.
  public static final long JOURNAL_BYTES = 64L * 1024 * 1024;

  /// How long commits may wait for PostgreSQL before commands are refused in words.
  public static final Duration JOURNAL_LAG = Duration.ofSeconds(60);

  /// Silence after which a device is asked whether it is there.
  public static final Duration PING = Duration.ofSeconds(4);

  /// Silence after which a device is gone.
  public static final Duration GONE = Duration.ofSeconds(10);

  /// How long one call to Redis or PostgreSQL may take.
  public static final Duration STORE_CALL = Duration.ofSeconds(5);

  /// How long a health check waits for whoever it asks; it asks all at once.
  public static final Duration HEALTH_CHECK = Duration.ofSeconds(1);

  /// How long several calls to PostgreSQL that stand or fall together may take.
  public static final Duration STORE_WORK = Duration.ofSeconds(10);

  /// How long the bringing in of a whole table may take: each of its lines is a few calls.
  public static final Duration TABLE_WORK = Duration.ofSeconds(45);

  /// How long Redis keeps a room that nobody changes.
  public static final Duration ROOM_KEPT = Duration.ofHours(30);
}
