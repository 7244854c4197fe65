package org.linkroom.activity;

import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A piece of a plan's file that knows its line. What is asked for and is not there, or of another
/// shape, or is there and never asked for, is a fault at its line.
final class PlanPart {
  private final String file;
  private final Node node;
  private final Map<String, Node> fields = new LinkedHashMap<>();

  private PlanPart(String file, Node node) {
    this.file = file;
    this.node = node;
    if (node instanceof MappingNode map) {
      map.getValue()
          .forEach(
              entry ->
                  fields.put(((ScalarNode) entry.getKeyNode()).getValue(), entry.getValueNode()));
    }
  }

  static PlanPart of(String file, String yaml) {
    try {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      var node = new Yaml(options).compose(new StringReader(yaml));
      if (node == null) {
        throw new PlanFault(file, 1, "there is nothing in it");
      }
      return new PlanPart(file, node);
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw new PlanFault(file, line, "this is no YAML: " + broken.getProblem());
    }
  }

  PlanFault fault(String sentence) {
    return fault(node, sentence);
  }

  private PlanFault fault(Node at, String sentence) {
    return new PlanFault(file, at.getStartMark().getLine() + 1, sentence);
  }

  private @Nullable Node take(String name) {
    return fields.remove(name);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /// A text of some characters at most.
  String text(String name, int most) {
    var found = take(name);
    if (found == null) {
      throw fault("“" + name + "” is missing");
    }
    return scalar(name, found, most);
  }

  /// The same, or nothing where it is left out.
  String maybe(String name, int most) {
    return has(name) ? text(name, most) : "";
  }

  private String scalar(String name, Node found, int most) {
    if (!(found instanceof ScalarNode scalar)) {
      throw fault(found, "“" + name + "” is to be a text");
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty() || text.length() > most) {
      throw fault(found, "“" + name + "” has from 1 to " + most + " characters");
    }
    return text;
  }

  /// A whole number within bounds.
  int number(String name, int least, int most) {
    var found = take(name);
    if (found == null) {
      throw fault("“" + name + "” is missing");
    }
    String text = found instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!text.matches("\\d{1,4}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw fault(found, "“" + name + "” is a whole number from " + least + " to " + most);
    }
    return Integer.parseInt(text);
  }

  /// One of some words.
  <E extends Enum<E>> E word(String name, Class<E> type, Function<E, String> word) {
    var found = take(name);
    if (found == null) {
      throw fault("“" + name + "” is missing");
    }
    String text = found instanceof ScalarNode scalar ? scalar.getValue() : "";
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> word.apply(each).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    found,
                    Arrays.stream(type.getEnumConstants())
                        .map(word)
                        .collect(Collectors.joining(", ", "“" + name + "” is one of ", ""))));
  }

  /// Texts; none where they are left out.
  List<String> texts(String name, int many, int most) {
    return list(name, many).stream().map(each -> scalar(name, each, most)).toList();
  }

  /// Parts of their own; at least one.
  List<PlanPart> parts(String name, int many) {
    var all = list(name, many);
    if (all.isEmpty()) {
      throw fault("“" + name + "” is missing");
    }
    return all.stream().map(each -> part(name, each)).toList();
  }

  /// A part of its own.
  PlanPart part(String name) {
    var found = take(name);
    if (found == null) {
      throw fault("“" + name + "” is missing");
    }
    return part(name, found);
  }

  private PlanPart part(String name, Node found) {
    if (!(found instanceof MappingNode)) {
      throw fault(found, "“" + name + "” has fields of its own");
    }
    return new PlanPart(file, found);
  }

  private List<Node> list(String name, int many) {
    var found = take(name);
    if (found == null) {
      return List.of();
    }
    if (!(found instanceof SequenceNode all)) {
      throw fault(found, "“" + name + "” is to be a list");
    }
    if (all.getValue().size() > many) {
      throw fault(found, "“" + name + "” has " + many + " lines at most");
    }
    return all.getValue();
  }

  /// Nothing may be left that was not asked for.
  void done() {
    for (Map.Entry<String, Node> left : Set.copyOf(fields.entrySet())) {
      throw fault(left.getValue(), "“" + left.getKey() + "” is not known here");
    }
  }
}
