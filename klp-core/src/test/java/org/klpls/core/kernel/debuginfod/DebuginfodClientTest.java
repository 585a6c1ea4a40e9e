package org.klpls.core.kernel.debuginfod;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.klpls.c.testing.NeedsRealThings;
import org.klpls.c.testing.RealThing;
import org.klpls.c.testing.RealThings;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.kernel.debuginfod.DebuginfodClient.Fetched;
import org.klpls.core.kernel.image.BuildIds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The client against Debian's debuginfod, and against servers that misbehave. */
@NeedsRealThings(RealThing.DEBUGINFOD)
class DebuginfodClientTest {
    private static final DownloadLimits SHORT = new DownloadLimits(Duration.ofMillis(400), 10_000, 1 << 24);

    @TempDir
    private static Path served;
    private static Path debugFile = Path.of("");
    private static String buildId = "";
    private static byte[] content = {};

    @TempDir
    private Path cache;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        Path source = Files.writeString(served.resolve("served.c"),
                "int answer(int x) { return x + 42; }\nint main(void) { return answer(-42); }\n");
        debugFile = served.resolve("served");
        run("gcc", "-g", "-Wl,--build-id", "-o", debugFile.toString(), source.toString());
        content = Files.readAllBytes(debugFile);
        buildId = ElfReader.read(debugFile).image().flatMap(BuildIds::of).orElseThrow();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }

    private DebuginfodClient client(URI... servers) {
        return new DebuginfodClient(List.of(servers), cache, SHORT, DebuginfodClient.Progress.NONE);
    }

    private Fetched fetch(BadServer.Manner manner) throws IOException {
        try (BadServer server = BadServer.of(manner)) {
            return client(server.uri()).debugInfo(buildId);
        }
    }

    private static String reason(Fetched fetched) {
        return assertInstanceOf(Fetched.Missing.class, fetched).reason();
    }

    private static void assertWhole(Fetched fetched) throws IOException {
        assertArrayEquals(content, Files.readAllBytes(assertInstanceOf(Fetched.Found.class, fetched).file()));
    }

    @Test
    void aFileOfDebiansServerIsFetchedOnceThenKept() throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI uri = URI.create("http://127.0.0.1:" + port);
        Process server = new ProcessBuilder(RealThings.debuginfod().toString(), "-p", String.valueOf(port), "-d",
                ":memory:", "-F", served.toString()).redirectErrorStream(true)
                .redirectOutput(cache.resolve("log").toFile()).start();
        try {
            Fetched fetched = new Fetched.Missing("");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            List<Long> progress = new ArrayList<>();
            while (fetched instanceof Fetched.Missing && System.nanoTime() < deadline && server.isAlive()) {
                // The server scans its folder after it has started: until then it does not have the file.
                Files.deleteIfExists(cache.resolve(buildId + ".missing"));
                fetched = new DebuginfodClient(List.of(uri), cache, DownloadLimits.USUAL,
                        (_, bytes, _) -> progress.add(bytes)).debugInfo(buildId);
                Thread.sleep(200);
            }
            assertWhole(fetched);
            assertEquals((long) content.length, progress.getLast());
        } finally {
            server.destroy();
            assertTrue(server.waitFor(20, TimeUnit.SECONDS));
        }
        assertWhole(client(uri).debugInfo(buildId));
    }

    @Test
    void whatNoServerHasIsNotAskedForAgainAtOnce() throws IOException {
        try (BadServer server = BadServer.of(new BadServer.Manner.Status("404 Not Found"))) {
            assertEquals(server.uri() + " does not have it", reason(client(server.uri()).debugInfo(buildId)));
            assertEquals(server.uri() + " does not have it", reason(client(server.uri()).debugInfo(buildId)));
            assertEquals(List.of("GET /buildid/" + buildId + "/debuginfo HTTP/1.1 from 0"), server.requests());
        }
    }

    @Test
    void theNextServerIsAskedWhereOneFails() throws IOException {
        try (BadServer first = BadServer.of(new BadServer.Manner.Status("500 Internal Server Error"));
                BadServer second = BadServer.of(new BadServer.Manner.Whole(content))) {
            assertWhole(client(first.uri(), second.uri()).debugInfo(buildId));
        }
    }

    @Test
    void aCutConnectionIsTakenUpWhereItWasCut() throws IOException {
        int half = content.length / 2 + 1;
        try (BadServer server = BadServer.of(new BadServer.Manner.Cut(content, half, true))) {
            assertWhole(client(server.uri()).debugInfo(buildId));
            assertTrue(server.requests().getLast().endsWith("from " + half), server.requests().toString());
        }
    }

    @Test
    void whatWasCutIsKeptForTheNextFetch() throws IOException {
        int quarter = content.length / 5;
        assertTrue(reason(fetch(new BadServer.Manner.Cut(content, quarter, true))).endsWith("cut the connection"));
        assertEquals(3L * quarter, Files.size(cache.resolve(buildId + ".part")));
        Files.delete(cache.resolve(buildId + ".missing"));
        try (BadServer server = BadServer.of(new BadServer.Manner.Cut(content, content.length, true))) {
            assertWhole(client(server.uri()).debugInfo(buildId));
            assertTrue(server.requests().getLast().endsWith("from " + 3 * quarter));
        }
    }

    @Test
    void aServerThatKnowsNoRangesBeginsAnew() throws IOException {
        Files.write(cache.resolve(buildId + ".part"), new byte[100]);
        assertWhole(fetch(new BadServer.Manner.Whole(content)));
    }

    @Test
    void anotherPartThanAskedForIsNotAppended() throws IOException {
        Files.write(cache.resolve(buildId + ".part"), new byte[100]);
        assertTrue(reason(fetch(new BadServer.Manner.WrongPart(content))).contains("another part"));
        assertTrue(Files.notExists(cache.resolve(buildId + ".part")));
    }

    @Test
    void aFileOfAnotherBuildIsNotKept() throws IOException {
        byte[] other = content.clone();
        int at = indexOf(other, java.util.HexFormat.of().parseHex(buildId));
        other[at] ^= 1;
        assertTrue(reason(fetch(new BadServer.Manner.Whole(other))).contains("another build"));
        assertTrue(reason(new DebuginfodClient(List.of(), cache.resolve("b"), SHORT, DebuginfodClient.Progress.NONE)
                .debugInfo("../../etc/passwd")).contains("no build-id"));
        try (Stream<Path> files = Files.list(cache)) {
            assertTrue(files.noneMatch(f -> f.toString().endsWith(".debug") || f.toString().endsWith(".part")));
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void whatIsNoElfFileIsNotKept() throws IOException {
        assertTrue(reason(fetch(new BadServer.Manner.Whole("<html>hello</html>".getBytes(StandardCharsets.UTF_8))))
                .contains("another build"));
    }

    @Test
    void aSilentServerIsGivenUp() throws IOException {
        assertTrue(reason(fetch(new BadServer.Manner.Silent())).contains("did not answer"));
    }

    @Test
    void aServerThatSendsTooSlowlyIsGivenUp() throws IOException {
        assertTrue(reason(fetch(new BadServer.Manner.Slow(content))).contains("too slow"));
    }

    @Test
    void moreThanTheBoundIsNotFetched() throws IOException {
        try (BadServer server = BadServer.of(new BadServer.Manner.Whole(content))) {
            DebuginfodClient strict = new DebuginfodClient(List.of(server.uri()), cache,
                    new DownloadLimits(Duration.ofSeconds(5), 1, content.length - 1), DebuginfodClient.Progress.NONE);
            assertTrue(reason(strict.debugInfo(buildId)).contains("more than are fetched"));
        }
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        URI gone;
        try (BadServer server = BadServer.of(new BadServer.Manner.Silent())) {
            gone = server.uri();
        }
        assertTrue(reason(client(gone).debugInfo(buildId)).startsWith(gone + " cannot be reached"));
    }
}
