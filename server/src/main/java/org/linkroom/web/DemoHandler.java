package org.linkroom.web;

import java.util.List;
import java.util.Map;
import org.linkroom.people.Mailer;
import org.linkroom.people.People;
import org.linkroom.people.SignIns;
import org.linkroom.records.Records;

/// The demo's own pages: sign in as anybody by one press, and read the mails that would be sent.
/// They exist only where the demo runs.
final class DemoHandler {
  private static final String ADULTS =
      """
      SELECT id, name, kind, of, in_programme, in_school FROM (
      SELECT p.id, p.name, r.kind, coalesce(c.label || ', ' || sc.name, s.name, pr.name, 'the whole network') AS of,
        coalesce(pr.name, ps.name, psc.name, '') AS in_programme, coalesce(s.name, sc.name, '') AS in_school
      FROM role r JOIN person p ON p.id = r.person
      LEFT JOIN programme pr ON pr.id = r.programme
      LEFT JOIN school s ON s.id = r.school LEFT JOIN programme ps ON ps.id = s.programme
      LEFT JOIN school_class c ON c.id = r.class LEFT JOIN school sc ON sc.id = c.school LEFT JOIN programme psc ON psc.id = sc.programme) adults
      ORDER BY in_programme = 'Bradford' DESC, in_programme, in_school,
        array_position(ARRAY['coordinator', 'facilitator', 'teacher', 'assistant', 'cover', 'headteacher', 'safeguarding', 'office'], kind)""";

  private final Records records;
  private final People people;
  private final SignIns signIns;
  private final Mailer mailer;

  DemoHandler(Records records, People people, SignIns signIns, Mailer mailer) {
    this.records = records;
    this.people = people;
    this.signIns = signIns;
    this.mailer = mailer;
  }

  /// Somebody to sign in as.
  public record Adult(String id, String name, String kind, String of, String programme) {}

  void routes(Routes routes) {
    routes.get("/demo", Who.anyone(), this::show);
    routes.post("/demo/sign-in", Who.anyone(), this::signIn);
    routes.get(
        "/demo/mails",
        Who.anyone(),
        visit -> visit.page("demo/mails.ftlh", Map.of("mails", mailer.newest().await())));
  }

  private void show(Visit visit) {
    List<Adult> adults =
        records
            .list(
                ADULTS,
                row ->
                    new Adult(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("of"),
                        row.getString("in_programme")))
            .await();
    visit.page("demo/demo.ftlh", Map.of("adults", adults));
  }

  private void signIn(Visit visit) {
    var id = visit.form().id("person").orElseThrow(Problem::malformed);
    var person = people.find(id).await().orElseThrow(Problem::notFound);
    Welcome.in(visit, person, false, signIns);
  }
}
