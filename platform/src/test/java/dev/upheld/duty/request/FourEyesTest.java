package dev.upheld.duty.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.model.Charter;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FourEyesTest {
  private static final ReferenceId OTHER = new ReferenceId(UUID.randomUUID());

  /** Plans the same thing each time, and notes who approved. */
  private static final class Work implements RequestWork {
    private Optional<ReferenceId> approved = Optional.empty();

    @Override
    public boolean ready() {
      return true;
    }

    @Override
    public Plan plan(CaseRef request) {
      return new Plan("d".repeat(64), Instant.EPOCH, List.of());
    }

    @Override
    public Optional<Plan> planned(CaseRef request) {
      return Optional.of(plan(request));
    }

    @Override
    public void approve(CaseRef request, String digest, ReferenceId who) {
      approved = Optional.of(who);
    }

    @Override
    public void run(CaseRef request) {
      throw new IllegalStateException("nobody runs this");
    }

    @Override
    public Optional<Progress> progress(CaseRef request) {
      return Optional.empty();
    }
  }

  private static Charter twoPeople() {
    Path folder = TestFolders.create("two-people").resolve("demo");
    Path from = Path.of("..", "examples", "demo");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(from.relativize(file).toString()));
      }
      Path charter = folder.resolve("charter.yaml");
      Files.writeString(
          charter,
          Files.readString(charter)
              .replace(
                  "{right: erasure, answer: 1 month,",
                  "{right: erasure, approval: two-people, answer: 1 month,"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return House.charter(folder);
  }

  private static CaseRef planned(House house, String right) {
    CaseRef ref = house.letter(right);
    house.requests.handling().prove(ref, "call-back", House.OFFICER);
    house.requests.handling().plan(ref, House.OFFICER);
    return ref;
  }

  private static void approve(House house, CaseRef ref, ReferenceId who) {
    house.requests.handling().approve(ref, "d".repeat(64), who);
  }

  @Test
  void whoeverPlannedDoesNotApproveWhereTheCharterWantsTwo() {
    Work work = new Work();
    try (House house = new House(twoPeople(), work)) {
      CaseRef ref = planned(house, "erasure");
      assertThatThrownBy(() -> approve(house, ref, House.OFFICER))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problems().getFirst().code()).isEqualTo(RequestProblem.FOUR_EYES));
      assertThat(work.approved).isEmpty();
      assertThat(house.file(ref).line().state()).isEqualTo(State.PLANNED);

      approve(house, ref, OTHER);
      assertThat(work.approved).contains(OTHER);
      assertThat(house.file(ref).line().state()).isEqualTo(State.APPROVED);
    }
  }

  @Test
  void whoeverPlansAnewIsWhoPlanned() {
    try (House house = new House(twoPeople(), new Work())) {
      CaseRef ref = planned(house, "erasure");
      house.requests.handling().plan(ref, OTHER);
      assertThatThrownBy(() -> approve(house, ref, OTHER)).isInstanceOf(ProblemException.class);
      approve(house, ref, House.OFFICER);
      assertThat(house.file(ref).line().state()).isEqualTo(State.APPROVED);
    }
  }

  @Test
  void onePersonIsEnoughForOtherRightsAndWhereTheCharterSaysNothing() {
    try (House house = new House(twoPeople(), new Work())) {
      CaseRef ref = planned(house, "access");
      approve(house, ref, House.OFFICER);
      assertThat(house.file(ref).line().state()).isEqualTo(State.APPROVED);
    }
    try (House house = new House("demo", new Work())) {
      CaseRef ref = planned(house, "erasure");
      approve(house, ref, House.OFFICER);
      assertThat(house.file(ref).line().state()).isEqualTo(State.APPROVED);
    }
  }
}
