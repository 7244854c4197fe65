package org.linkroom.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What everybody gets at a route, by the letters of `WalkTest.WHO`.
record RouteTable(String method, String path, Map<Character, Integer> answers) {
  /// What each gets, for things that are theirs. A POST brings its form's token and no field, so
  /// 422, 400 and 409 are the answers to an empty form by somebody who may send a full one.
  private static final String TABLE =
      """
      GET  /                                n=200 tavhosfcx=303
      GET  /accessibility                   ntavhosfcx=200
      GET  /privacy                         ntavhosfcx=200
      GET  /sign-in                         n=200 tavhosfcx=303
      POST /sign-in                         ntavhosfcx=422
      GET  /sign-in/code                    ntavhosfcx=200
      POST /sign-in/code                    ntavhosfcx=422
      POST /sign-in/spoken                  ntavhosfcx=422
      GET  /sign-in/link/:token             ntavhosfcx=200
      POST /sign-in/link/:token             ntavhosfcx=410
      POST /sign-out                        ntavhosfcx=303
      POST /sign-out-everywhere             n=401 tavhosfcx=303
      GET  /codes                           n=303 hfc=200 tavos=404
      POST /codes                           n=401 hfc=400 tavos=404
      GET  /concern                         ntavhosfcx=200
      POST /concern                         ntavhosfcx=422
      GET  /concern/sent                    ntavhosfcx=200
      GET  /concern/read/:token             ntavhosfcx=404
      POST /concern/read/:token             ntavhosfcx=404
      GET  /concerns                        n=303 hs=200 tavofc=404
      GET  /demo                            ntavhosfcx=200
      POST /demo/sign-in                    ntavhosfcx=400
      GET  /demo/mails                      ntavhosfcx=200
      GET  /home                            n=303 tavhosfcx=200
      GET  /programmes                      n=303 c=200 tavhosfx=404
      GET  /links/:link                     n=303 tavhosfc=200 x=404
      POST /links/:link/notes               n=401 tavfc=422 hosx=404
      POST /links/:link/call                n=401 t=303 avhosfcx=404
      GET  /links/:link/sessions/new        n=303 t=200 avhosfcx=404
      POST /links/:link/sessions/new        n=401 t=422 avhosfcx=404
      GET  /sessions/:session               n=303 tavhosfc=200 x=404
      POST /sessions/:session/accept        n=401 t=409 avhosfcx=404
      GET  /sessions/:session/move          n=303 t=200 avhosfcx=404
      POST /sessions/:session/move          n=401 t=422 avhosfcx=404
      POST /sessions/:session/cancel        n=401 t=409 avhosfcx=404
      GET  /sessions/:session/record        n=303 tavhosfc=200 x=404
      GET  /sessions/:session/our-link-up   n=303 tavhosfc=200 x=404
      GET  /sessions/:session/cover         n=303 thsfc=200 avox=404
      POST /sessions/:session/cover         n=401 ths=422 fc=400 avox=404
      POST /sessions/:session/cover/withdraw n=401 thsfc=400 avox=404
      GET  /sessions/:session/sheet         n=303 tavhsfc=200 ox=404
      GET  /sessions/:session/go-in         n=303 tavhsfc=200 ox=404
      POST /sessions/:session/go-in         n=401 tav=400 hsfc=303 ox=404
      GET  /room/:session/:device           ntavhosfcx=401
      GET  /room/:session/:device/qr        ntavhosfcx=404
      GET  /join                            ntavhosfcx=200
      POST /join                            ntavhosfcx=422
      GET  /join/qr/:token                  ntavhosfcx=200
      POST /join/qr/:token                  ntavhosfcx=422
      GET  /cover                           ntavhosfcx=200
      POST /cover                           ntavhosfcx=422
      GET  /classes/:class/board            n=303 tav=200 hosfcx=404
      POST /classes/:class/board            n=401 tav=303 hosfcx=404
      POST /classes/:class/board/end        n=401 tav=303 hosfcx=404
      GET  /today                           ntavhosfcx=404
      POST /today/:session                  ntavhosfcx=404
      """;

  private static RouteTable of(String line) {
    String[] words = line.strip().split("\\s+");
    var answers = new LinkedHashMap<Character, Integer>();
    for (int i = 2; i < words.length; i++) {
      String[] pair = words[i].split("=");
      for (char who : pair[0].toCharArray()) {
        answers.put(who, Integer.parseInt(pair[1]));
      }
    }
    return new RouteTable(words[0], words[1], answers);
  }

  int answer(char who) {
    return answers.getOrDefault(who, 0);
  }

  String name() {
    return method + " " + path;
  }

  /// Tell whether the path names something that somebody owns.
  boolean owned() {
    return path.contains(":link") || path.contains(":session") || path.contains(":class");
  }

  /// Tell whether anybody at all may ask.
  boolean open() {
    return answer('n') == answer('t');
  }

  /// The whole table.
  static List<RouteTable> all() {
    return TABLE.lines().map(RouteTable::of).toList();
  }
}
