package org.linkroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void aSecretIsMadeOnceAndFoundAgain() {
    var file = folder.resolve("new").resolve("secret");
    String made = Secrets.kept(file);
    assertThat(made).matches("[0-9a-f]{64}");
    assertThat(Secrets.kept(file)).isEqualTo(made);
    assertThat(Secrets.kept(folder.resolve("other"))).isNotEqualTo(made);
  }

  @Test
  void onlyItsOwnerReadsIt() throws Exception {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    var file = folder.resolve("secret");
    Secrets.kept(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void aSecretThatSomebodyWroteIsReadWithoutItsLineEnd() throws Exception {
    var file = folder.resolve("secret");
    Files.writeString(file, "written by hand\n");
    assertThat(Secrets.kept(file)).isEqualTo("written by hand");
  }

  @Test
  void anEmptyFileThatAKilledRunLeftIsNoSecret() throws Exception {
    var file = Files.createFile(folder.resolve("secret"));
    assertThat(Secrets.kept(file)).matches("[0-9a-f]{64}");
    assertThat(Files.readString(file)).isEqualTo(Secrets.kept(file));
  }
}
