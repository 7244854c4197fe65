package org.linkroom.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.redis.client.Command;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linkroom.base.Id;
import org.linkroom.protocol.Pass;
import org.linkroom.protocol.Refusal;
import org.linkroom.redis.Keys;

/// What a page says beside commands. It may say it at any node: where its place is at another, that
/// one is told by the room's channel.
final class Aside {
  private final Node node;
  private final Actors actors;

  Aside(Node node, Actors actors) {
    this.node = node;
    this.actors = actors;
  }

  /// Say whether a device may send or get media now.
  void grantable(Pass pass, Consumer<Boolean> answer) {
    look(
        pass.room(),
        room -> {
          var right = room == null ? null : Media.of(room, pass.device());
          answer.accept(right != null && right.any());
        });
  }

  /// Say whether a device that may be shown the other class is in its room now, which is not over.
  void sees(Pass pass, Consumer<Boolean> answer) {
    look(
        pass.room(),
        room ->
            answer.accept(
                room != null
                    && !room.head().phase().over()
                    && room.standing(Member.of(pass)) == Room.Standing.IN
                    && room.device(pass.device()).filter(Device::sees).isPresent()));
  }

  /// Pass a media signal on, if the door is open and the one sends what the other may get.
  void signal(Pass from, Id to, ObjectNode data, Consumer<Optional<Refusal>> answer) {
    look(
        from.room(),
        room -> {
          if (room == null || !Media.talk(room, from.device(), to)) {
            answer.accept(Optional.of(Refusal.DOOR_SHUT));
            return;
          }
          var word = word(to).put("from", from.device().text());
          word.set("data", data);
          reach(from.room(), to, word);
          answer.accept(Optional.empty());
        });
  }

  /// A page said something at this node that did not come by the line that it is shown things by.
  ///
  /// @param lost whether it missed something and needs its whole document
  void heard(Pass pass, boolean lost) {
    var word = word(pass.device()).put("heard", true);
    reach(pass.room(), pass.device(), lost ? word.put("lost", true) : word);
  }

  private static ObjectNode word(Id to) {
    return JsonNodeFactory.instance.objectNode().put("to", to.text());
  }

  private void look(Id id, Consumer<@Nullable Room> then) {
    actors.in(
        id,
        actor -> {
          if (actor.room() != null) {
            then.accept(actor.room());
          } else {
            // Nobody of this node was in it: it is answered when the room has been read.
            var read = new ServerCommand.Tick();
            actor.ask(Asked.server(read, done -> then.accept(actor.room())));
          }
        });
  }

  private void reach(Id room, Id device, ObjectNode word) {
    var actor = actors.find(room);
    if (actor == null) {
      publish(room, word);
    } else {
      actor.run(
          () -> {
            var place = actor.showing().place(device);
            if (place != null && !place.left) {
              actor.showing().hear(word);
            } else {
              publish(room, word);
            }
          });
    }
  }

  private void publish(Id room, ObjectNode word) {
    var message = JsonNodeFactory.instance.objectNode();
    message.set("s", word);
    node.redis().send(Command.PUBLISH, Keys.channel(room), message.toString());
  }
}
