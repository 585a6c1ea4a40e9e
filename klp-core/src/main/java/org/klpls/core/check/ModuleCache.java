package org.klpls.core.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.klpls.core.module.LivepatchModule;
import org.klpls.core.module.ModuleReading;

/** Modules as last read; one whose file has another time or size is read again. Safe for all threads. */
final class ModuleCache {
    private static final int MOST = 16;

    private record Key(Path path, FileTime modified, long size) {}

    private final Map<Key, ModuleReading> readings = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, ModuleReading> eldest) {
            return size() > MOST;
        }
    };

    ModuleReading read(Path path) {
        Key key;
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            key = new Key(path, file.lastModifiedTime(), file.size());
        } catch (IOException _) {
            // the reader says what is wrong with it
            return LivepatchModule.read(path);
        }
        synchronized (this) {
            return readings.computeIfAbsent(key, k -> LivepatchModule.read(k.path()));
        }
    }
}
