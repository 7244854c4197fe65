package org.linkroom.intake;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.linkroom.base.Id;
import org.linkroom.network.Adults;
import org.linkroom.network.Classes;
import org.linkroom.network.LinkCheck;
import org.linkroom.network.LinkList;
import org.linkroom.network.Linking;
import org.linkroom.network.SchoolYear;
import org.linkroom.network.Schools;
import org.linkroom.records.Records;
import org.linkroom.safety.Audit;

/// Brings in one table, step by step within one transaction. A step that cannot be done any more
/// fails the whole.
final class Bringing {
  private final Records all;
  private final Intake.Order order;
  private final int year;
  private final Audit audit;
  private final Adults adults;
  private final Classes classes;
  private final Map<String, Id> schoolIds = new HashMap<>();
  private final Map<String, Id> classIds = new HashMap<>();
  private final List<Id> links = new ArrayList<>();
  private final List<Id> released = new ArrayList<>();

  Bringing(Records all, Ground ground, Intake.Order order) {
    this.all = all;
    this.order = order;
    year = SchoolYear.at(order.now());
    audit = new Audit(all);
    adults = new Adults(all);
    classes = new Classes(all);
    ground
        .schools()
        .forEach((key, school) -> schoolIds.put(key, Objects.requireNonNull(school.id())));
    ground.classes().forEach((key, one) -> classIds.put(key, Objects.requireNonNull(one.id())));
  }

  /// Everything but links first: a link may be with a class of a later line.
  Future<Intake.Done> all(Plan plan) {
    var steps = plan.steps().toList();
    return Records.each(steps, this::bring)
        .compose(
            before ->
                steps.stream().anyMatch(Step.Linked.class::isInstance)
                    ? new LinkList(all)
                        .choices(order.programme(), year)
                        .compose(c -> link(steps, c))
                    : Future.succeededFuture())
        .map(end -> new Intake.Done(List.copyOf(links), List.copyOf(released)));
  }

  private Future<Void> bring(Step step) {
    return switch (step) {
      case Step.NewSchool it -> school(it);
      case Step.ChangedSchool it -> school(it);
      case Step.Named it -> named(it);
      case Step.NewClass it -> schoolClass(it);
      case Step.ChangedClass it -> schoolClass(it);
      case Step.NewLead it -> lead(it);
      case Step.Linked it -> Future.succeededFuture();
      case Step.LinkedAbove it -> Future.succeededFuture();
    };
  }

  private Future<Void> wrote(String what, Id subject) {
    return audit.write(order.by().id(), what, subject.text());
  }

  private static Future<Void> sure(boolean done) {
    return done
        ? Future.succeededFuture()
        : Future.failedFuture(new IllegalStateException("a step of a table was overtaken"));
  }

  private Id schoolId(String name) {
    return Objects.requireNonNull(schoolIds.get(Ground.key(name)));
  }

  private Id classId(String school, String label) {
    return Objects.requireNonNull(classIds.get(Ground.key(school, label)));
  }

  private Future<Void> school(Step.NewSchool it) {
    var id = Id.random();
    schoolIds.put(Ground.key(it.school()), id);
    var draft = Drafts.school(it.school(), it.facts(), Schools.Wishes.USUAL);
    return new Schools(all)
        .create(id, order.programme(), draft)
        .compose(Bringing::sure)
        .compose(done -> wrote("school.make", id));
  }

  private Future<Void> school(Step.ChangedSchool it) {
    var id = schoolId(it.school());
    var schools = new Schools(all);
    return schools
        .find(id)
        .map(Optional::orElseThrow)
        .compose(before -> schools.change(id, Drafts.school(before, it.changes())))
        .compose(Bringing::sure)
        .compose(done -> wrote("school.change", id));
  }

  private Future<Void> named(Step.Named it) {
    var school = schoolId(it.school());
    return adults
        .known(it.name(), it.email())
        .compose(person -> adults.give(person, it.kind(), school))
        .compose(given -> wrote("adult.named", school));
  }

  private Future<Void> schoolClass(Step.NewClass it) {
    var id = Id.random();
    classIds.put(Ground.key(it.school(), it.label()), id);
    var draft = Drafts.schoolClass(it.label(), it.facts(), year);
    return adults
        .known(it.lead(), it.email())
        .compose(lead -> classes.create(id, schoolId(it.school()), draft, lead))
        .compose(Bringing::sure)
        .compose(done -> wrote("class.make", id));
  }

  private Future<Void> schoolClass(Step.ChangedClass it) {
    var id = classId(it.school(), it.label());
    return classes
        .find(id)
        .map(Optional::orElseThrow)
        .compose(before -> classes.change(id, Drafts.schoolClass(before, it.changes())))
        .compose(Bringing::sure)
        .compose(done -> wrote("class.change", id));
  }

  private Future<Void> lead(Step.NewLead it) {
    var id = classId(it.school(), it.label());
    return classes
        .find(id)
        .map(Optional::orElseThrow)
        .onSuccess(before -> released.add(before.lead()))
        .compose(before -> adults.known(it.lead(), it.email()))
        .compose(lead -> classes.lead(id, lead))
        .compose(done -> wrote("class.lead", id));
  }

  private Future<Void> link(List<Step> steps, List<LinkCheck.Choice> choices) {
    var byId = new HashMap<Id, LinkCheck.Choice>();
    choices.forEach(choice -> byId.put(choice.view().id(), choice));
    Future<Void> done = Future.succeededFuture();
    for (Step step : steps) {
      if (step instanceof Step.Linked it) {
        var ids =
            List.of(
                classId(it.school(), it.label()), classId(it.partnerSchool(), it.partnerLabel()));
        var both = ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
        done = done.compose(before -> link(ids, LinkCheck.kind(both, false)));
      }
    }
    return done;
  }

  private Future<Void> link(List<Id> ids, String kind) {
    var id = Id.random();
    links.add(id);
    var linking = new Linking(all);
    return linking
        .make(id, new Linking.New(order.programme(), year, kind, ids, null))
        .compose(
            made ->
                order.agreed()
                    ? linking.declareLive(id, order.now())
                    : Future.succeededFuture(true))
        .compose(Bringing::sure)
        .compose(done -> wrote("link.make", id));
  }
}
