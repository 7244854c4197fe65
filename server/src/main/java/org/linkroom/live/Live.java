package org.linkroom.live;

import java.time.InstantSource;
import org.linkroom.room.Figures;
import org.linkroom.room.Rooms;
import org.linkroom.video.VideoProvider;

/// What every live page of a node shares.
record Live(Rooms rooms, VideoProvider video, Figures figures, InstantSource clock) {}
