package org.linkroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The results as a page: the table, what was seen beside each run, the charts, and how all this
/// was measured.
final class Report {
  private static final List<String> HOW =
      List.of(
          "A node is a process of its own with the flags of deploy/jvm.options, over one PostgreSQL and one"
              + " Redis (appendfsync always) that the benchmark starts. Before it is measured, pairs and"
              + " a great room come, talk and go until its compilers rest.",
          "Rows with one node: the node has the first core, and the generator, PostgreSQL and Redis the second."
              + " The floor and socket.io have the first core when it is their turn. Rows “all are in”,"
              + " “of three nodes” and those with several nodes that say so share all cores.",
          "Server CPU is user and system time of the node's process in /proc, before and after, divided by"
              + " what the generator counted. On loopback the sender's system time holds the receiver's half"
              + " of the network too; that is so for the floor as well.",
          "Memory is VmRSS after two full collections, less that of the same node before its members came.",
          "Latency is from the moment at which the generator writes the command until it has read the frame"
              + " that shows it, both in one process and by one clock.",
          "The floor, the peers and the generator beside them are not part of Linkroom.");

  private Report() {}

  static Path write(Path folder, List<Result> results, List<Chart> charts) throws IOException {
    Files.createDirectories(folder);
    var rows = results.stream().map(Report::row).collect(Collectors.joining());
    var drawn = charts.stream().map(chart -> "<figure>" + chart.svg() + "</figure>");
    var how = HOW.stream().map(line -> "<li>" + line + "</li>").collect(Collectors.joining());
    var page = page(rows, drawn.collect(Collectors.joining()), how);
    return Files.writeString(folder.resolve("report.html"), page);
  }

  private static String page(String rows, String charts, String how) {
    return """
      <!doctype html>
      <html lang="en"><meta charset="utf-8"><title>Linkroom: figures</title>
      <style>
        body { font: 16px/1.5 sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
        table { border-collapse: collapse } td, th { padding: .3rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid #ccc }
        td.n { text-align: right; white-space: nowrap } .NO { background: #fdd } .aim { background: #dfd } small { color: #444 }
      </style>
      <h1>Linkroom: figures</h1>
      <p>%s</p>
      <table><tr><th>what</th><th>required</th><th>aim</th><th>worst</th><th>runs</th><th>met</th></tr>
      %s</table>
      <h2>In a straight line</h2>
      %s
      <h2>How it was measured</h2>
      <ul>%s</ul>
      </html>
      """
        .formatted(machine(), rows, charts, how);
  }

  private static String machine() {
    return "%d cores, %s %s, Java %s. Runs of each row: the worst one counts."
        .formatted(
            Cores.COUNT,
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("java.version"));
  }

  private static String row(Result result) {
    var goal = result.goal();
    var beside = result.beside().stream().map(text -> "<br><small>" + escape(text) + "</small>");
    return "<tr><td>%s%s</td><td class='n'>%s %s</td><td class='n'>%s</td><td class='n'>%s</td><td class='n'>%s</td><td class='%s'>%s</td></tr>%n"
        .formatted(
            escape(goal.what()),
            beside.collect(Collectors.joining()),
            Goal.figure(goal.required()),
            goal.unit(),
            Goal.figure(goal.aim()),
            Goal.figure(result.worst()),
            String.join(" · ", result.runs().stream().map(Goal::figure).toList()),
            result.met(),
            result.met());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
