package org.linkroom.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.linkroom.base.Id;
import org.linkroom.network.Brokerage;
import org.linkroom.network.LinkView;
import org.linkroom.network.Linking;
import org.linkroom.network.Links;
import org.linkroom.people.Person;
import org.linkroom.people.Role;
import org.linkroom.safety.Audit;

/// What each head says to a link that is being arranged: yes with what matters to her, or that
/// another would be better. What was said by phone, the facilitator writes down.
final class BrokerHandler {
  private static final Set<String> ANSWERS = Set.of("yes", "other");

  private final Links links;
  private final Brokerage brokerage;
  private final Linking linking;
  private final LinkNews news;
  private final Audit audit;

  BrokerHandler(Links links, Brokerage brokerage, Linking linking, LinkNews news, Audit audit) {
    this.links = links;
    this.brokerage = brokerage;
    this.linking = linking;
    this.news = news;
    this.audit = audit;
  }

  void routes(Routes routes) {
    routes.get("/links/:link/answer", Who.signedIn(), this::show);
    routes.post("/links/:link/answer", Who.signedIn(), this::answer);
  }

  /// Whether somebody answers for a school of a link: its head, and who runs the programme.
  private static boolean answers(LinkView link, Id school, Person me) {
    return me.runs(link.programme()) || me.of(school, Set.of(Role.Kind.HEADTEACHER));
  }

  private LinkView answered(Visit visit) {
    var link = LinkHandler.link(visit, links);
    if (link.classes().stream().noneMatch(c -> answers(link, c.school(), visit.me()))) {
      throw Problem.notFound();
    }
    return link;
  }

  private void show(Visit visit) {
    visit.page("network/answer.ftlh", model(visit, answered(visit)));
  }

  private Map<String, Object> model(Visit visit, LinkView link) {
    List<Brokerage.Said> said = brokerage.of(link.id()).await();
    return Map.of(
        "link",
        link,
        "said",
        said,
        "mine",
        said.stream().filter(one -> answers(link, one.school(), visit.me())).toList());
  }

  private void answer(Visit visit) {
    var link = answered(visit);
    var me = visit.me();
    var form = visit.form();
    var school = form.id("school").filter(id -> answers(link, id, me));
    String answer = form.choice("answer", ANSWERS);
    String priorities = form.optionalText("priorities", 1000);
    String why = form.optionalLine("why", 300);
    if (answer.equals("other") && why.isEmpty()) {
      form.wrong("why", "linking.answer.why.missing");
    }
    if (school.isEmpty()) {
      form.wrong("school", "form.choose");
    }
    if (!form.good()) {
      visit.again("network/answer.ftlh", model(visit, link));
      return;
    }
    boolean phone = !me.of(school.orElseThrow(), Set.of(Role.Kind.HEADTEACHER));
    var said = new Brokerage.Answer(answer, priorities, why, me.name(), phone, me.id());
    if (!brokerage.say(link.id(), school.orElseThrow(), said, visit.now()).await()) {
      throw Problem.changed("/links/" + link.id());
    }
    audit.write(me.id(), "link.answer", link.id().text()).await();
    told(visit, link, answer);
    visit.go("/links/" + link.id());
  }

  private void told(Visit visit, LinkView link, String answer) {
    if (answer.equals("other")) {
      news.otherWish(link.id(), link.programme());
    } else if (linking.open(link.id(), visit.now()).await()) {
      news.live(link.id());
    }
  }
}
