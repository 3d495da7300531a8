package dev.upheld.app;

/** Runs something when the process is told to stop, unless closed before. */
final class OnCtrlC implements AutoCloseable {

  private final Thread hook;

  OnCtrlC(Runnable action) {
    hook = Thread.ofPlatform().name("stop").unstarted(action);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the process is stopping: the hook runs or has run
    }
  }
}
