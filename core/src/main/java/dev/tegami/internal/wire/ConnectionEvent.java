package dev.tegami.internal.wire;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A connection in the flight recorder, from dialling to its end. */
@Name("dev.tegami.Connection")
@Label("Mail connection")
@Category("Tegami")
@Description("One connection, from dialling to its end")
@StackTrace(false)
final class ConnectionEvent extends Event {
    @Label("Server")
    String server = "";

    @Label("Protocol")
    String protocol = "";

    @Label("TLS")
    String tls = "";

    @Label("End")
    @Description("How it ended: closed, or the failure")
    String end = "";

    @Label("Sent")
    @DataAmount
    long sent;

    @Label("Received")
    @DataAmount
    long received;
}
