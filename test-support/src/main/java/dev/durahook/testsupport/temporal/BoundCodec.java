package dev.durahook.testsupport.temporal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import io.temporal.payload.context.HasWorkflowSerializationContext;
import io.temporal.payload.context.SerializationContext;
import java.util.List;

/**
 * Binds each payload to the workflow for which it is written, as an encryption does that authenticates the workflow ID. A
 * payload of another workflow is refused.
 */
public final class BoundCodec implements PayloadCodec {

    private static final String WORKFLOW = "workflow";
    private static final ByteString ENCODING = ByteString.copyFromUtf8("binary/bound");

    private final String workflow;

    private BoundCodec(String workflow) {
        this.workflow = workflow;
    }

    /** A codec that does not know the workflow yet. */
    public static BoundCodec create() {
        return new BoundCodec("unknown");
    }

    @Override
    public PayloadCodec withContext(SerializationContext context) {
        return context instanceof HasWorkflowSerializationContext known
                ? new BoundCodec(known.getNamespace() + "/" + known.getWorkflowId())
                : this;
    }

    @Override
    public List<Payload> encode(List<Payload> payloads) {
        return payloads.stream().map(this::encode).toList();
    }

    private Payload encode(Payload payload) {
        return Payload.newBuilder()
                .putMetadata("encoding", ENCODING)
                .putMetadata(WORKFLOW, ByteString.copyFromUtf8(workflow))
                .setData(payload.toByteString())
                .build();
    }

    @Override
    public List<Payload> decode(List<Payload> payloads) {
        return payloads.stream().map(this::decode).toList();
    }

    private Payload decode(Payload payload) {
        if (!payload.containsMetadata(WORKFLOW)) {
            return payload;
        }
        String writtenFor = payload.getMetadataOrThrow(WORKFLOW).toStringUtf8();
        if (!writtenFor.equals(workflow)) {
            throw new PayloadCodecException("written for " + writtenFor + " and read for " + workflow);
        }
        try {
            return Payload.parseFrom(payload.getData());
        } catch (InvalidProtocolBufferException e) {
            throw new PayloadCodecException(e);
        }
    }
}
