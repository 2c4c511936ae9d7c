package dev.tegami.internal.mime.tnef;

/** The MAPI properties whose meaning we use, by the ids of MS-OXPROPS. */
public final class Property {
    public static final int SUBJECT = 0x0037;
    public static final int SENT = 0x0039;
    public static final int AUTHOR_NAME = 0x0042;
    public static final int AUTHOR_ADDRESS = 0x0065;
    public static final int AUTHOR_SMTP_ADDRESS = 0x5D02;
    public static final int SENDER_NAME = 0x0C1A;
    public static final int SENDER_ADDRESS = 0x0C1F;
    public static final int SENDER_SMTP_ADDRESS = 0x5D01;
    public static final int BODY = 0x1000;
    public static final int RTF = 0x1009;
    public static final int HTML = 0x1013;
    public static final int MESSAGE_ID = 0x1035;
    public static final int REFERENCES = 0x1039;
    public static final int IN_REPLY_TO = 0x1042;
    public static final int CODE_PAGE = 0x3FDE;

    public static final int RECIPIENT_KIND = 0x0C15;
    public static final int DISPLAY_NAME = 0x3001;
    public static final int ADDRESS = 0x3003;
    public static final int SMTP_ADDRESS = 0x39FE;

    public static final int DATA = 0x3701;
    public static final int SHORT_NAME = 0x3704;
    public static final int LONG_NAME = 0x3707;
    public static final int MEDIA_TYPE = 0x370E;
    public static final int CONTENT_ID = 0x3712;

    private Property() {}

    /** Whether the value is worth keeping: there are thousands of properties, and hostile lists of them. */
    static boolean isUsed(int id) {
        return switch (id) {
            case SUBJECT, SENT, BODY, RTF, HTML, CODE_PAGE, MESSAGE_ID, REFERENCES, IN_REPLY_TO -> true;
            case AUTHOR_NAME, AUTHOR_ADDRESS, AUTHOR_SMTP_ADDRESS -> true;
            case SENDER_NAME, SENDER_ADDRESS, SENDER_SMTP_ADDRESS -> true;
            case RECIPIENT_KIND, DISPLAY_NAME, ADDRESS, SMTP_ADDRESS -> true;
            case DATA, SHORT_NAME, LONG_NAME, MEDIA_TYPE, CONTENT_ID -> true;
            default -> false;
        };
    }
}
