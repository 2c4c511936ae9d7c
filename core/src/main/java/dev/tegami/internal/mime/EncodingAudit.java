package dev.tegami.internal.mime;

/** Looks for damage in one encoded body, whose octets come piece by piece. */
abstract class EncodingAudit {
    final BodyAudit.Tally damage = new BodyAudit.Tally();

    /** Takes in {@code b[from .. to)}, the first of which stands at {@code position} in the message. */
    void look(byte[] b, int from, int to, long position) {
        for (int i = from; i < to; i++) {
            take(b[i], position + i - from);
        }
    }

    abstract void take(byte c, long at);

    abstract void report(Damage.Sink sink);

    boolean isBinary() {
        return false;
    }

    static EncodingAudit of(Encoding encoding) {
        return switch (encoding) {
            case BASE64 -> new Base64();
            case QUOTED_PRINTABLE -> new QuotedPrintable();
            case UUENCODE -> new Uuencode();
            default -> new Binary();
        };
    }

    /** Any octets are as good as any others. */
    private static final class Binary extends EncodingAudit {
        @Override
        void look(byte[] b, int from, int to, long position) {}

        @Override
        void take(byte c, long at) {}

        @Override
        void report(Damage.Sink sink) {}

        @Override
        boolean isBinary() {
            return true;
        }
    }

    private static final class Base64 extends EncodingAudit {
        private long digits;
        private int padding;
        private long last;

        @Override
        void take(byte c, long at) {
            if (c == '\r' || c == '\n' || c == ' ' || c == '\t') {
                return;
            }
            last = at;
            if (c == '=') {
                padding++;
            } else if (Ascii.isAlphanumeric(c) || c == '+' || c == '/') {
                digits++;
                if (padding > 0) {
                    damage.add(at);
                }
            } else {
                damage.add(at);
            }
        }

        @Override
        void report(Damage.Sink sink) {
            if (padding > 2 || (digits + padding) % 4 != 0) {
                damage.add(last);
            }
            damage.report(Damage.DAMAGED_BASE64, "foreign octets, wrong padding or a part of a quantum", sink);
        }
    }

    private static final class Uuencode extends EncodingAudit {
        private final UuDecoder decoder = new UuDecoder(UuDecoder.MOST);
        private long last = -1;

        @Override
        void take(byte c, long at) {
            last = at;
            int before = decoder.damaged;
            decoder.size = 0;
            decoder.take(c);
            tell(before);
        }

        private void tell(int before) {
            if (decoder.damaged > before) {
                damage.add(last);
            }
        }

        @Override
        void report(Damage.Sink sink) {
            int before = decoder.damaged;
            decoder.size = 0;
            decoder.finish();
            tell(before);
            damage.report(Damage.DAMAGED_UUENCODE, "lines that are none, without their first or their last", sink);
        }
    }

    private static final class QuotedPrintable extends EncodingAudit {
        /** What has come of an escape: 0 nothing, 1 the equals sign, 2 one digit, 3 blanks, 4 CR. */
        private int state;

        private long start;

        @Override
        void take(byte c, long at) {
            int before = state;
            state = 0;
            switch (before) {
                case 1 -> afterEquals(c);
                case 2 -> {
                    if (!isHex(c)) {
                        damage.add(start);
                    }
                }
                case 3 -> {
                    if (c == ' ' || c == '\t') {
                        state = 3;
                    } else if (c == '\r') {
                        state = 4;
                    } else if (c != '\n') {
                        damage.add(start);
                    }
                }
                case 4 -> {
                    if (c != '\n') {
                        damage.add(start);
                    }
                }
                default -> plain(c, at);
            }
        }

        private void afterEquals(byte c) {
            if (isHex(c)) {
                state = 2;
            } else if (c == ' ' || c == '\t') {
                state = 3;
            } else if (c == '\r') {
                state = 4;
            } else if (c != '\n') {
                damage.add(start);
            }
        }

        private void plain(byte c, long at) {
            if (c == '=') {
                state = 1;
                start = at;
            } else if ((c < ' ' && c != '\t' && c != '\r' && c != '\n') || c == 127) {
                damage.add(at);
            }
        }

        private static boolean isHex(byte c) {
            return Hex.digit(c) >= 0;
        }

        @Override
        void report(Damage.Sink sink) {
            if (state == 2) {
                damage.add(start);
            }
            damage.report(Damage.DAMAGED_QUOTED_PRINTABLE, "an equals sign or octets that had to be escaped", sink);
        }
    }
}
