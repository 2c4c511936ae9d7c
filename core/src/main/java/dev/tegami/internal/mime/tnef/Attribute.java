package dev.tegami.internal.mime.tnef;

/** The attributes whose meaning we use, by the ids of MS-OXTNEF section 2.1.3.3. */
public final class Attribute {
    public static final int FROM = 0x00008000;
    public static final int SUBJECT = 0x00018004;
    public static final int DATE_SENT = 0x00038005;
    public static final int BODY = 0x0002800C;
    public static final int MESSAGE_PROPERTIES = 0x00069003;
    public static final int RECIPIENTS = 0x00069004;
    public static final int CODE_PAGE = 0x00069007;

    public static final int ATTACHMENT_START = 0x00069002;
    public static final int ATTACHMENT_TITLE = 0x00018010;
    public static final int ATTACHMENT_DATA = 0x0006800F;
    public static final int ATTACHMENT_FILE_NAME = 0x00069001;
    public static final int ATTACHMENT_PROPERTIES = 0x00069005;

    private Attribute() {}
}
