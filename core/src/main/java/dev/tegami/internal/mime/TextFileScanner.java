package dev.tegami.internal.mime;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the files that stand in a text, uuencoded or in yEnc. Every octet is looked at once, none is kept. */
public final class TextFileScanner {
    /** Lines that matter are shorter; a longer one comes in pieces. */
    private static final int LINE = 4096;

    private final List<TextFile> files = new ArrayList<>();
    private final Damage.Sink damage;
    private final int most;
    private final byte[] line = new byte[LINE];
    private int length;
    private boolean isStart = true;
    private long offset;

    private String name = "";
    private long start = -1;
    private boolean isConfirmed;
    private boolean isFull;
    private int damaged;
    private @Nullable YencReading yenc;

    private TextFileScanner(Damage.Sink damage, int most) {
        this.damage = damage;
        this.most = most;
    }

    /** Finds them, up to some number. */
    public static List<TextFile> scan(InputStream text, int most, Damage.Sink damage) throws IOException {
        TextFileScanner scanner = new TextFileScanner(damage, most);
        byte[] buffer = new byte[1 << 14];
        int n;
        while ((n = text.read(buffer)) >= 0) {
            for (int i = 0; i < n; i++) {
                scanner.take(buffer[i]);
            }
        }
        scanner.finish();
        return scanner.files;
    }

    private void take(byte c) {
        if (length == LINE) {
            endLine(0);
            isStart = false;
        }
        line[length++] = c;
        if (c == '\n') {
            endLine(length > 1 && line[length - 2] == '\r' ? 2 : 1);
            isStart = true;
        }
    }

    private void endLine(int lineEnd) {
        int whole = length;
        length = 0;
        line(whole - lineEnd, offset + whole);
        offset += whole;
    }

    private void finish() {
        if (length > 0) {
            endLine(0);
        }
        if (yenc != null) {
            endYenc(null, offset, offset);
        } else if (isConfirmed) {
            damaged++;
            endUu(offset);
        }
    }

    private void line(int n, long next) {
        if (yenc != null) {
            yencLine(yenc, n, next);
        } else if (start >= 0) {
            uuLine(n, next);
        } else if (isStart) {
            textLine(n, next);
        }
    }

    private void textLine(int n, long next) {
        if (UuLine.isBegin(line, n)) {
            name = UuLine.name(line, n);
            start = offset;
            return;
        }
        YencLine begin = YencLine.begin(line, n);
        if (begin != null) {
            yenc = new YencReading(begin, offset, next);
        }
    }

    /** A line that only may begin a file does so if data follows. */
    private void uuLine(int n, long next) {
        boolean isData = isStart && UuLine.isData(line, n);
        if (!isConfirmed) {
            isConfirmed = isData;
            if (!isData) {
                start = -1;
                line(n, next);
            }
            return;
        }
        if (isStart && UuLine.isEnd(line, n)) {
            endUu(next);
        } else if (isStart && isPlausible(n)) {
            damaged += isData || n == 0 ? 0 : 1;
        } else {
            damaged++;
            endUu(offset);
            line(n, next);
        }
    }

    /** Whether a damaged line may still be one: text would hold small letters. */
    private boolean isPlausible(int n) {
        for (int i = 0; i < n; i++) {
            if (line[i] < ' ' || line[i] > '`') {
                return UuLine.isData(line, n);
            }
        }
        return true;
    }

    private void endUu(long end) {
        if (damaged > 0) {
            damage.found(Damage.DAMAGED_UUENCODE, start, damaged + " lines of uuencode are damaged or missing");
        }
        add(new TextFile(name, start, end, TextFile.UUENCODE));
        start = -1;
        isConfirmed = false;
        damaged = 0;
    }

    private void yencLine(YencReading reading, int n, long next) {
        YencLine end = isStart ? YencLine.end(line, n) : null;
        YencLine part = isStart && reading.isEmpty() ? YencLine.part(line, n) : null;
        if (end != null) {
            endYenc(end, offset, next);
        } else if (part != null) {
            reading.part(part, next);
        } else if (isStart && YencLine.begin(line, n) != null) {
            endYenc(null, offset, offset);
            line(n, next);
        } else {
            reading.data(line, n);
        }
    }

    private void endYenc(@Nullable YencLine end, long to, long next) {
        if (yenc != null) {
            String trouble = yenc.trouble(end);
            if (!trouble.isEmpty()) {
                damage.found(Damage.DAMAGED_YENC, yenc.start(), trouble);
            }
            add(yenc.file(end, to, next));
            yenc = null;
        }
    }

    private void add(TextFile file) {
        if (files.size() < most) {
            files.add(file);
        } else if (!isFull) {
            isFull = true;
            damage.found(Damage.PARTS_LIMIT, file.start(), "this and further files stay text");
        }
    }
}
