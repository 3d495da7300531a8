package dev.upheld.connect.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A folder that is renamed, replaced or ill while it is looked at: never an empty one. */
class OpenFolderTest {
  private final Path above = TestFolders.create("open-folder");
  private final Path path = above.resolve("logs");

  private OpenFolder open(String... names) throws IOException {
    Files.createDirectory(path);
    for (String name : names) {
      Files.writeString(path.resolve(name), "x");
    }
    return OpenFolder.open("logs", path);
  }

  @Test
  void whatCannotBeLookedAtIsThereAllTheSame() throws IOException {
    try (OpenFolder folder = open()) {
      assertThat(folder.look(Path.of("absent"))).isEmpty();
      // A name that the disk refuses stands for a disk that is ill, which a test cannot make.
      assertThat(folder.look(Path.of("x".repeat(300))).orElseThrow().kind())
          .isEqualTo(LogFile.Kind.HIDDEN);
    }
  }

  @Test
  void anotherFolderInItsPlaceIsNotTakenForIt() throws IOException {
    try (OpenFolder folder = open("a.log", "b.log")) {
      List<LogFile> files = folder.list();
      folder.force();
      assertThat(files).hasSize(2);
      Files.move(path, above.resolve("moved"));
      Files.createDirectory(path);
      assertThatThrownBy(folder::list).hasMessageContaining("was moved or replaced");
      Files.writeString(path.resolve("a.log"), "x");
      Files.createLink(above.resolve("second"), above.resolve("moved/a.log"));
      for (LogFile file : files) {
        assertThat(folder.names(file)).isEmpty();
      }
    }
  }

  @Test
  void aFolderThatIsGoneCannotBeListed() throws IOException {
    try (OpenFolder folder = open()) {
      Files.delete(path);
      assertThatThrownBy(folder::list).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void namesAreCounted() throws IOException {
    try (OpenFolder folder = open("a.log")) {
      LogFile file = folder.list().getFirst();
      assertThat(folder.names(file)).hasValue(1);
      Files.createLink(above.resolve("second"), path.resolve("a.log"));
      assertThat(folder.names(file)).hasValue(2);
    }
  }
}
