package org.linkroom.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linkroom.testing.Visitor;

/// Everybody has a page of her own; the network has its coordinators.
class MeTest extends TheDemo {
  @Test
  void nameAndPhoneAreHersToSay() {
    var finch = as("Mr Finch");
    assertThat(finch.get("/home").page().select("nav a[href=/me]")).isNotEmpty();
    var wrong = finch.press(finch.get("/me"), "/me", "name", "");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.wrong("name")).contains("fill this in");
    var page = finch.submit(finch.get("/me"), "/me", "name", "Dr Finch", "phone", "01632 960999");
    assertThat(page.typed("name")).isEqualTo("Dr Finch");
    assertThat(page.typed("phone")).isEqualTo("01632 960999");
    assertThat(finch.get("/home").says()).contains("Dr Finch");
  }

  @Test
  void anotherDeviceIsSignedOutFromHere() {
    var here = as("Mr Boyd");
    var there = as("Mr Boyd");
    var page = here.get("/me");
    assertThat(page.says()).contains("This device", "A shared computer");
    String place = page.page().select("[name=place]").attr("value");
    assertThat(here.submitRow(page, "/me/sign-out", "place", place).says())
        .doesNotContain("A shared computer");
    assertThat(there.get("/me").page().select("form[action=/sign-in]")).isNotEmpty();
    assertThat(there.get("/home").page().select("form[action=/sign-in]")).isNotEmpty();
  }

  @Test
  void whatIsSomebodyElsesStaysSignedIn() {
    var khan = as("Miss Khan");
    var okafor = as("Mr Okafor");
    String hers =
        town.database()
            .one("SELECT id FROM sign_in WHERE person = ? LIMIT 1", town.person("Miss Khan"));
    String csrf = okafor.get("/me").page().select("[name=csrf]").attr("value");
    okafor.post("/me/sign-out", Map.of("csrf", csrf, "place", hers), Map.of());
    assertThat(khan.get("/me").says()).contains("This device");
  }

  @Test
  void aCoordinatorIsAddedAndTakenAndTheLastOneStays() {
    var first = as("Mrs Whitfield");
    String path = "/network/people";
    assertThat(first.get("/programmes").page().select("a[href=" + path + "]")).isNotEmpty();
    var page = first.get(path);
    assertThat(page.page().select("form[action$=/end]")).isEmpty();
    String me = town.person("Mrs Whitfield");
    String csrf = page.page().select("[name=csrf]").attr("value");
    var last = first.post(path + "/end", Map.of("csrf", csrf, "person", me), Map.of());
    assertThat(last.status()).isEqualTo(409);
    assertThat(last.says()).contains("Please add another one first");
    var two = first.submit(page, path, "name", "Mr Second", "email", "second@network.example");
    assertThat(two.says()).contains("Mr Second");
    var second = new Visitor(app.url());
    second.signInByMail("second@network.example");
    String him = town.person("Mr Second");
    assertThat(second.get(path).status()).isEqualTo(200);
    first.submitRow(first.get(path), path + "/end", "person", him);
    assertThat(second.get(path).status()).isEqualTo(404);
    assertThat(
            town.database()
                .one(
                    "SELECT string_agg(what, ' ' ORDER BY id) FROM audit WHERE subject = ? AND what"
                        + " LIKE 'coordinator.%'",
                    him))
        .isEqualTo("coordinator.named coordinator.ended");
  }
}
