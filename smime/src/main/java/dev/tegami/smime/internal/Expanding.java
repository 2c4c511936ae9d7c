package dev.tegami.smime.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Expands a zlib stream (RFC 1950) within bounds; what follows it, or is missing, is an error. */
class Expanding extends InflaterInputStream {
    private final CmsCompressed.Bounds bounds;

    Expanding(InputStream in, CmsCompressed.Bounds bounds) {
        super(in, new Inflater(), 16 * 1024);
        this.bounds = bounds;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        int n;
        try {
            n = super.read(to, offset, length);
        } catch (ZipException e) {
            throw new MalformedCms("the compressed content is damaged", e);
        }
        bounds.check(inf.getBytesRead(), inf.getBytesWritten());
        if (n < 0 && (!inf.finished() || inf.getRemaining() > 0 || in.read() >= 0)) {
            throw new MalformedCms("the compressed content needs a dictionary, or does not end where it should");
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        inf.end();
        in.close();
    }
}
