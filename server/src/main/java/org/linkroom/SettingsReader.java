package org.linkroom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the settings: the file in the jar, over it the operator's own, over both the environment.
/// Whatever is wrong becomes one sentence that names the key.
public final class SettingsReader {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(ms|s|min|h|d)");

  /// Where a key is free to choose, its values' keys stand under this one.
  private static final String ANY = "*";
  private static final Pattern CHOSEN = Pattern.compile("[a-z][a-z0-9]{0,19}");

  private final ObjectMapper yaml =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .registerModule(new SimpleModule().addDeserializer(Duration.class, new Lasting()));

  /// Read them.
  ///
  /// @param own the operator's file, if there is one
  /// @param environment every variable; those that begin with `LINKROOM_` are ours
  /// @throws IllegalArgumentException with the sentence to print
  public Settings read(@Nullable Path own, Map<String, String> environment) {
    try (var defaults = SettingsReader.class.getResourceAsStream("/config/linkroom.yaml")) {
      var tree = (ObjectNode) yaml.readTree(Objects.requireNonNull(defaults));
      if (own != null) {
        lay(tree, ownFile(own), "");
      }
      lay(tree, environment);
      plain(tree);
      return yaml.treeToValue(tree, Settings.class);
    } catch (JsonMappingException wrong) {
      throw new IllegalArgumentException(sentence(wrong), wrong);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("The settings cannot be read: " + unreadable.getMessage());
    }
  }

  private JsonNode ownFile(Path own) throws IOException {
    if (!Files.isReadable(own)) {
      throw new IllegalArgumentException("There is no settings file " + own + ".");
    }
    try {
      var tree = yaml.readTree(own.toFile());
      if (!tree.isObject() && !tree.isMissingNode() && !tree.isNull()) {
        throw new IllegalArgumentException(own + " holds no settings.");
      }
      return tree;
    } catch (JsonProcessingException broken) {
      var at = broken.getLocation();
      throw new IllegalArgumentException(
          own + " is not YAML at line " + (at == null ? "?" : at.getLineNr()) + ".");
    }
  }

  private static void lay(ObjectNode base, JsonNode own, String path) {
    for (Map.Entry<String, JsonNode> field : own.properties()) {
      String key = path + field.getKey();
      var known = known(base, field.getKey());
      if (known == null) {
        throw new IllegalArgumentException("There is no setting " + key + ".");
      }
      if (field.getValue().isNull()) {
        throw new IllegalArgumentException("The setting " + key + " has no value.");
      }
      if (known instanceof ObjectNode into) {
        if (!field.getValue().isObject()) {
          throw new IllegalArgumentException("The setting " + key + " has keys of its own.");
        }
        lay(into, field.getValue(), key + ".");
      } else {
        base.set(field.getKey(), field.getValue());
      }
    }
  }

  /// What stands at a key so far; null if there is no such key.
  private static @Nullable JsonNode known(ObjectNode base, String key) {
    if (base.get(ANY) instanceof ObjectNode each && CHOSEN.matcher(key).matches()) {
      if (!base.has(key)) {
        base.set(key, each.deepCopy());
      }
    } else if (key.equals(ANY)) {
      return null;
    }
    return base.get(key);
  }

  /// What only says which keys there may be is no setting.
  private static void plain(ObjectNode tree) {
    tree.remove(ANY);
    for (JsonNode inner : tree) {
      if (inner instanceof ObjectNode object) {
        plain(object);
      }
    }
  }

  /// Make room for what variables name where a key is free to choose.
  private static void choose(ObjectNode tree, String prefix, Set<String> variables) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      if (field.getValue() instanceof ObjectNode inner) {
        String name = variable(prefix, field.getKey());
        if (inner.has(ANY)) {
          variables.stream()
              .filter(one -> one.matches(name + "_[A-Z][A-Z0-9]*_.+"))
              .map(one -> one.substring(name.length() + 1).replaceFirst("_.*", ""))
              .forEach(one -> known(inner, one.toLowerCase(Locale.ROOT)));
        } else {
          choose(inner, name, variables);
        }
      }
    }
  }

  private static String variable(String prefix, String key) {
    return prefix + "_" + key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private static void lay(ObjectNode tree, Map<String, String> environment) {
    choose(tree, "LINKROOM", new TreeSet<>(environment.keySet()));
    var known = new TreeMap<String, Leaf>();
    leaves(tree, "LINKROOM", known);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("LINKROOM_")) {
            var leaf = known.get(name);
            if (leaf == null) {
              throw new IllegalArgumentException(
                  "There is no setting for the environment variable " + name + ".");
            }
            leaf.in().set(leaf.key(), new TextNode(value));
          }
        });
  }

  private record Leaf(ObjectNode in, String key) {}

  private static void leaves(ObjectNode tree, String prefix, Map<String, Leaf> known) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      String name = variable(prefix, field.getKey());
      if (field.getValue() instanceof ObjectNode inner) {
        leaves(inner, name, known);
      } else {
        known.put(name, new Leaf(tree, field.getKey()));
      }
    }
  }

  private static String sentence(JsonMappingException wrong) {
    for (Throwable t = wrong; t != null; t = t.getCause()) {
      if (t instanceof IllegalArgumentException ours) {
        return ours.getMessage() + ".";
      }
    }
    String key =
        wrong.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return "The setting " + key + " has a value that does not fit.";
  }

  private static final class Lasting extends JsonDeserializer<Duration> {
    @Override
    public Duration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = parser.getText();
      var found = DURATION.matcher(text);
      if (!found.matches()) {
        throw JsonMappingException.from(parser, "a duration such as 15 s, 10 min, 2 h or 30 d");
      }
      long n = Long.parseLong(found.group(1));
      return switch (found.group(2)) {
        case "ms" -> Duration.ofMillis(n);
        case "s" -> Duration.ofSeconds(n);
        case "min" -> Duration.ofMinutes(n);
        case "h" -> Duration.ofHours(n);
        default -> Duration.ofDays(n);
      };
    }
  }
}
