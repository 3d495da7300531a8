package dev.upheld.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A started {@code ./upheld} that serves the console, and a browser that is signed in to it. */
final class ConsoleProcess implements AutoCloseable {
  private static final Pattern WAY_IN = Pattern.compile("https?://\\S+/enter/\\S+");
  private static final long TICKS_PER_SECOND = 100; // USER_HZ on every Linux we run on

  private final Process process;
  private final HttpClient client;
  private final URI console;
  private final double secondsToFirstPage;
  private final Future<Double> secondsToProof;

  private ConsoleProcess(
      Process process, HttpClient client, URI console, double seconds, Future<Double> proof) {
    this.process = process;
    this.client = client;
    this.console = console;
    this.secondsToFirstPage = seconds;
    this.secondsToProof = proof;
  }

  /** Starts it, follows the way in that it prints, and has the first page. */
  static ConsoleProcess start(Path checkout, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(checkout.resolve("upheld").toString()));
    command.addAll(List.of(arguments));
    return of(command, environment);
  }

  /** Starts a command that prints the way in. */
  static ConsoleProcess of(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long began = System.nanoTime();
    Process process = builder.start();
    BufferedReader said = process.inputReader();
    URI wayIn = wayIn(said);
    CompletableFuture<Double> proof = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> readOn(said, began, proof));
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    URI console = wayIn.resolve("/");
    int status = get(client, wayIn).statusCode();
    if (status != 200) {
      process.destroyForcibly();
      throw new IOException("the first page answered " + status);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new ConsoleProcess(process, client, console, seconds, proof);
  }

  private static URI wayIn(BufferedReader said) throws IOException {
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Matcher found = WAY_IN.matcher(line);
      if (found.find()) {
        return URI.create(found.group());
      }
    }
    throw new IOException("it ended before it said where the console is");
  }

  /** A demonstration says the address again when all is proved; the rest is thrown away. */
  private static void readOn(BufferedReader said, long began, CompletableFuture<Double> proof) {
    said.lines()
        .filter(line -> WAY_IN.matcher(line).find())
        .forEach(again -> proof.complete((System.nanoTime() - began) / 1e9));
    proof.completeExceptionally(new IOException("it ended before all was proved"));
  }

  private static HttpResponse<byte[]> get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(60)).GET().build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** Seconds from typing the command to the first page. */
  double secondsToFirstPage() {
    return secondsToFirstPage;
  }

  /** Seconds from typing the command until a demonstration has proved everything; waits for it. */
  double secondsToProof() throws InterruptedException, ExecutionException {
    return secondsToProof.get();
  }

  /** One page, whole; answers with its size in bytes. */
  int page(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = get(client, console.resolve(path));
    if (response.statusCode() != 200) {
      throw new IOException(path + " answered " + response.statusCode());
    }
    return response.body().length;
  }

  /** Seconds from asking for a page to its first byte. */
  double secondsToFirstByte(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(console.resolve(path)).GET().build();
    long began = System.nanoTime();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (var body = response.body()) {
      if (body.read() < 0 || response.statusCode() != 200) {
        throw new IOException(path + " answered " + response.statusCode());
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      body.transferTo(OutputStream.nullOutputStream());
      return seconds;
    }
  }

  /** Resident memory of the server's own process, without its database, in megabytes. */
  double residentMegabytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToDouble(kilobytes -> Long.parseLong(kilobytes) / 1024.0)
        .findFirst()
        .orElseThrow();
  }

  /** Seconds of CPU that the server's own process has used so far. */
  double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS_PER_SECOND;
  }

  @Override
  public void close() {
    client.close();
    process.destroy(); // SIGTERM: it stops its databases as on Ctrl-C
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
