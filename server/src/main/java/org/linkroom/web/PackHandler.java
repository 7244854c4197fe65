package org.linkroom.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.base.Limits;
import org.linkroom.network.ClassView;
import org.linkroom.network.LinkView;
import org.linkroom.network.Links;
import org.linkroom.network.Stricter;
import org.linkroom.parcel.Parcels;
import org.linkroom.parcel.Photo;
import org.linkroom.parcel.PhotoRule;
import org.linkroom.parcel.Pictures;
import org.linkroom.parcel.Sound;
import org.linkroom.parcel.Taken;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;

/// Packing a parcel: an adult of a class puts pictures, words and a sound into it, each with words
/// for those who do not see or hear, and approves each picture before anybody else sees it.
final class PackHandler {
  private static final String PAGE = "parcel/pack.ftlh";
  private static final int WORDS = 2000;
  private static final int ALT = 200;
  private static final int TRANSCRIPT = 4000;

  private final Links links;
  private final Parcels parcels;
  private final Pictures pictures;
  private final RoomsTold told;
  private final Audit audit;

  PackHandler(Links links, Parcels parcels, Pictures pictures, RoomsTold told, Audit audit) {
    this.told = told;
    this.links = links;
    this.parcels = parcels;
    this.pictures = pictures;
    this.audit = audit;
  }

  void routes(Routes routes) {
    String path = "/links/:link/parcel/:class";
    routes.get(path, Who.signedIn(), visit -> visit.page(PAGE, model(packer(visit, links))));
    routes.post(path, Who.signedIn(), this::write);
    routes.post(path + "/pictures", Who.signedIn(), this::add);
    routes.post(path + "/approve", Who.signedIn(), this::approve);
    routes.post(path + "/drop", Who.signedIn(), this::drop);
    routes.post(path + "/sound", Who.signedIn(), this::sound);
    routes.post(path + "/silence", Who.signedIn(), this::silence);
  }

  /// Whose parcel it is, and for which link.
  record Packer(LinkView link, ClassView of) {
    String path() {
      return "/links/" + link.id() + "/parcel/" + of.id();
    }
  }

  /// Tell whether somebody packs for a class: its teachers and assistants.
  static boolean packs(Person me, Id classId) {
    return me.is(Role.Kind.TEACHER, classId) || me.is(Role.Kind.ASSISTANT, classId);
  }

  static Packer packer(Visit visit, Links links) {
    var link = LinkHandler.link(visit, links);
    var of = link.find(visit.id("class")).orElseThrow(Problem::notFound);
    if (!link.live() || !packs(visit.me(), of.id())) {
      throw Problem.notFound();
    }
    return new Packer(link, of);
  }

  private Map<String, @Nullable Object> model(Packer packer) {
    return model(packer, parcels, pictures);
  }

  static Map<String, @Nullable Object> model(Packer packer, Parcels parcels, Pictures pictures) {
    var link = packer.link();
    var parcel = parcels.packing(link.id(), packer.of().id()).await();
    var model = new HashMap<String, @Nullable Object>();
    model.put("link", link);
    model.put("of", packer.of());
    model.put("others", others(packer));
    model.put("photoRule", PhotoRule.of(link));
    model.put("rule", PhotoRule.of(link).word());
    model.put("names", Stricter.all(link.classes()).getOrDefault("names", "none"));
    model.put(
        "held",
        Stricter.of(link.classes()).stream().filter(h -> !h.what().equals("camera")).toList());
    model.put("parcel", parcel.stream().toList());
    model.put("pictures", parcel.isEmpty() ? List.of() : pictures.of(parcel.get().id()).await());
    model.put("most", Limits.PICTURES);
    model.put("asked", Map.of());
    return model;
  }

  /// The classes that it is for.
  static String others(Packer packer) {
    return packer.link().classes().stream()
        .filter(c -> !c.id().equals(packer.of().id()))
        .map(ClassView::label)
        .reduce((one, other) -> one + " and " + other)
        .orElse("");
  }

  private void again(Visit visit, Packer packer, ChildText judged) {
    var model = model(packer);
    model.put("asked", judged.asked());
    visit.again(PAGE, model);
  }

  /// The parcel that is packed; where the class has no room for more, a sentence stands in a field.
  private Optional<Id> parcel(Visit visit, Packer packer, String field) {
    var found =
        parcels.pack(packer.link().id(), packer.of().id(), visit.me().id(), visit.now()).await();
    if (found.isEmpty()) {
      visit.form().wrong(field, "parcel.full");
    }
    return found;
  }

  private void write(Visit visit) {
    var packer = packer(visit, links);
    String words = visit.form().text("words", WORDS);
    var judged = new ChildText(visit.form()).judge("words");
    var parcel = visit.form().good() ? parcel(visit, packer, "words") : Optional.<Id>empty();
    if (parcel.isEmpty()) {
      again(visit, packer, judged);
      return;
    }
    parcels.write(parcel.get(), words).await();
    visit.go(packer.path() + "#words-part");
  }

  /// Reading a file takes up to a second: pages are not kept up by it.
  private static <T> T aside(Visit visit, Callable<T> work) {
    return visit.context().vertx().<T>executeBlocking(work, false).await();
  }

  private void add(Visit visit) {
    var packer = packer(visit, links);
    if (PhotoRule.of(packer.link()) == PhotoRule.NONE) {
      throw Problem.notFound();
    }
    var form = visit.form();
    String alt = form.line("alt", ALT);
    var judged = new ChildText(form).judge("alt");
    var read = aside(visit, () -> Photo.of(form.file()));
    if (read instanceof Taken.No<Photo>(var why)) {
      form.wrong("picture", "parcel.picture." + why.word());
    }
    var parcel = form.good() ? parcel(visit, packer, "picture") : Optional.<Id>empty();
    if (parcel.isEmpty() || !(read instanceof Taken.As<Photo>(var photo))) {
      again(visit, packer, judged);
      return;
    }
    var by = visit.me().id();
    if (!pictures.add(Id.random(), parcel.get(), photo, alt, by, visit.now()).await()) {
      form.wrong("picture", "parcel.picture.many", Limits.PICTURES);
      again(visit, packer, judged);
      return;
    }
    visit.go(packer.path() + "#pictures-part");
  }

  /// The picture that a form names: of this class's own.
  private Pictures.Picture own(Visit visit, Packer packer) {
    var id = visit.form().id("picture").orElseThrow(Problem::malformed);
    return pictures
        .find(packer.link().id(), id)
        .await()
        .filter(found -> found.classId().equals(packer.of().id()))
        .orElseThrow(() -> Problem.changed(packer.path()));
  }

  private void approve(Visit visit) {
    var packer = packer(visit, links);
    var picture = own(visit, packer);
    var rule = PhotoRule.of(packer.link());
    if (rule == PhotoRule.NONE) {
      throw Problem.notFound();
    }
    var form = visit.form();
    tick(visit, "names-" + picture.id(), "parcel.tick.names");
    tick(visit, "shown-" + picture.id(), "parcel.tick.shown." + rule.word());
    if (!form.good()) {
      again(visit, packer, new ChildText(form));
      return;
    }
    pictures.approve(picture.id(), rule, visit.me().id(), visit.now()).await();
    audit.write(visit.me().id(), "parcel.approve", packer.link().id().text()).await();
    told.lesson(visit, packer.link());
    visit.go(packer.path() + "#pictures-part");
  }

  /// What must be ticked; the summary says which.
  static void tick(Visit visit, String field, String key) {
    if (!visit.form().raw(field).equals("yes")) {
      visit.form().wrong(field, "parcel.tick", visit.words().say(key));
    }
  }

  private void drop(Visit visit) {
    var packer = packer(visit, links);
    var picture = own(visit, packer);
    pictures.drop(picture.id()).await();
    if (picture.approvedAs() != null) {
      audit.write(visit.me().id(), "parcel.drop", packer.link().id().text()).await();
      told.lesson(visit, packer.link());
    }
    visit.go(
        picture.sent()
            ? "/links/" + packer.link().id() + "/parcels/" + picture.parcel()
            : packer.path() + "#pictures-part");
  }

  private void sound(Visit visit) {
    var packer = packer(visit, links);
    var form = visit.form();
    String transcript = form.text("transcript", TRANSCRIPT);
    var judged = new ChildText(form).judge("transcript");
    var read = aside(visit, () -> Sound.of(form.file()));
    if (read instanceof Taken.No<Sound>(var why)) {
      form.wrong("sound", "parcel.sound." + why.word());
    }
    var parcel = form.good() ? parcel(visit, packer, "sound") : Optional.<Id>empty();
    if (parcel.isEmpty() || !(read instanceof Taken.As<Sound>(var sound))) {
      again(visit, packer, judged);
      return;
    }
    parcels.put(parcel.get(), sound, transcript).await();
    visit.go(packer.path() + "#sound-part");
  }

  private void silence(Visit visit) {
    var packer = packer(visit, links);
    var parcel = parcels.packing(packer.link().id(), packer.of().id()).await();
    if (parcel.isPresent()) {
      parcels.silence(parcel.get().id()).await();
    }
    visit.go(packer.path() + "#sound-part");
  }
}
