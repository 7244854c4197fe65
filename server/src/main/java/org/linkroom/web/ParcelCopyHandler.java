package org.linkroom.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.linkroom.network.Links;
import org.linkroom.parcel.Parcels;
import org.linkroom.parcel.Pictures;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;

/// The pictures and sounds of a link as one file to keep, beside the export of what is written: for
/// its heads, and for those who run its programme. One after the other, so that no more than one is
/// held at a time.
final class ParcelCopyHandler {
  private final Links links;
  private final Parcels parcels;
  private final Pictures pictures;
  private final Audit audit;

  ParcelCopyHandler(Links links, Parcels parcels, Pictures pictures, Audit audit) {
    this.links = links;
    this.parcels = parcels;
    this.pictures = pictures;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/export/parcels", Who.signedIn(), this::copy);
  }

  private void copy(Visit visit) throws IOException {
    var link = LinkHandler.link(visit, links);
    boolean heads =
        link.classes().stream()
            .anyMatch(c -> visit.me().of(c.school(), Set.of(Role.Kind.HEADTEACHER)));
    if (!heads && !visit.me().runs(link.programme())) {
      throw Problem.notFound();
    }
    audit.write(visit.me().id(), "export.made", link.id().text()).await();
    var response = visit.context().response().setChunked(true);
    response
        .putHeader("Content-Type", "application/zip")
        .putHeader("Content-Disposition", "attachment; filename=\"parcels.zip\"");
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var parcel : parcels.all(link.id()).await()) {
        for (var picture : pictures.of(parcel.id()).await()) {
          var points = pictures.points(picture.id(), false).await();
          if (points.isPresent()) {
            add(zip, picture.id() + ".jpg", points.get(), bytes, response);
          }
        }
        var sound = parcels.sound(link.id(), parcel.id()).await();
        if (sound.isPresent()) {
          String ending = sound.get().type().replace("audio/", "").replace("mpeg", "mp3");
          add(zip, parcel.id() + "." + ending, sound.get().bytes(), bytes, response);
        }
      }
    }
    response.end(Buffer.buffer(bytes.toByteArray())).await();
  }

  /// Put one more into it, and give what there is so far.
  private static void add(
      ZipOutputStream zip,
      String name,
      Buffer content,
      ByteArrayOutputStream bytes,
      HttpServerResponse response)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes());
    zip.closeEntry();
    response.write(Buffer.buffer(bytes.toByteArray())).await();
    bytes.reset();
  }
}
