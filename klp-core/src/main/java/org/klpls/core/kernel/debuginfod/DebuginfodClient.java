package org.klpls.core.kernel.debuginfod;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.klpls.core.elf.ElfBytes;
import org.klpls.core.elf.ElfReader;
import org.klpls.core.kernel.image.BuildIds;

/**
 * Asks servers for the debug info of a build, and keeps it. Source: debuginfod(8), the web API.
 *
 * @param servers asked in this order
 * @param folder where files are kept; what was cut is there too, and the next fetch goes on with it
 */
public record DebuginfodClient(List<URI> servers, Path folder, DownloadLimits limits, Progress progress) {
    private static final Pattern BUILD_ID = Pattern.compile("[0-9a-f]{8,128}");
    /** So long no server is asked again for what none had. Source: debuginfod_find_debuginfo(3), cache_miss_s. */
    private static final Duration MISS_KEPT = Duration.ofMinutes(10);

    /** Told while bytes come in. */
    public interface Progress {
        Progress NONE = (_, _, _) -> {};

        /** @param total 0 where the server does not tell */
        void got(URI server, long bytes, long total);
    }

    /** What came of it. */
    public sealed interface Fetched {
        /** A file of that build. */
        record Found(Path file) implements Fetched {}

        /** None, and why: a sentence without its end. */
        record Missing(String reason) implements Fetched {}
    }

    public DebuginfodClient {
        servers = List.copyOf(servers);
    }

    /** The file with the debug info of a build, fetched where it is not kept already. Never throws. */
    public Fetched debugInfo(String buildId) {
        if (!BUILD_ID.matcher(buildId).matches()) {
            return new Fetched.Missing("'" + buildId + "' is no build-id");
        }
        Path kept = folder.resolve(buildId + ".debug");
        if (Files.isRegularFile(kept)) {
            return new Fetched.Found(kept);
        }
        Path miss = folder.resolve(buildId + ".missing");
        try {
            if (isRecent(miss)) {
                return new Fetched.Missing(Files.readString(miss));
            }
            Files.createDirectories(folder);
            Fetched fetched = locked(buildId, kept);
            if (fetched instanceof Fetched.Missing(String reason)) {
                Files.writeString(miss, reason);
            } else {
                Files.deleteIfExists(miss);
            }
            return fetched;
        } catch (IOException e) {
            return new Fetched.Missing("debug info cannot be kept in " + folder + ": " + e.getMessage());
        }
    }

    private static boolean isRecent(Path miss) throws IOException {
        return Files.isRegularFile(miss)
                && Files.getLastModifiedTime(miss).toInstant().isAfter(Instant.now().minus(MISS_KEPT));
    }

    /** One process at a time fetches a file; the lock goes with the process that holds it. */
    private Fetched locked(String buildId, Path kept) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(buildId + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock lock = channel.lock()) {
            return lock.isValid() && Files.isRegularFile(kept)
                    ? new Fetched.Found(kept)
                    : fromServers(buildId, kept);
        } catch (OverlappingFileLockException _) {
            return new Fetched.Missing("its debug info is just being fetched");
        }
    }

    private Fetched fromServers(String buildId, Path kept) throws IOException {
        List<String> reasons = new ArrayList<>();
        Path part = folder.resolve(buildId + ".part");
        for (URI server : servers) {
            Download download = new Download(Download.url(server, buildId), part, limits,
                    (bytes, total) -> progress.got(server, bytes, total));
            switch (download.run()) {
                case Download.Outcome.Whole _ -> {
                    if (isOfBuild(part, buildId)) {
                        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                        return new Fetched.Found(kept);
                    }
                    Files.deleteIfExists(part);
                    reasons.add(server + " answered with a file of another build");
                }
                case Download.Outcome.Failure(String reason) -> reasons.add(server + " " + reason);
            }
        }
        return new Fetched.Missing(String.join("; ", reasons));
    }

    private static boolean isOfBuild(Path file, String buildId) throws IOException {
        return ElfReader.read(file, ElfBytes.map(file)).image().flatMap(BuildIds::of).filter(buildId::equals)
                .isPresent();
    }
}
