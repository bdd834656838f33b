using System.Text.Json;
using System.Text.Json.Serialization;

namespace TorchLite.Interop;

/// <summary>A device in JSON: its text, such as <c>"cuda:0"</c>.</summary>
internal sealed class DeviceJsonConverter : JsonConverter<Device>
{
    public override Device Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return new Device(
                reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException("a device is a text"));
        }
        catch (TorchException error)
        {
            throw new JsonException(error.Message, error);
        }
    }

    public override void Write(Utf8JsonWriter writer, Device value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
