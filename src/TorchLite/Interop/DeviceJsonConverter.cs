using System.Text.Json;
using System.Text.Json.Serialization;

namespace TorchLite;

/// <summary>A device in JSON, for <c>System.Text.Json</c>: its string, such as <c>"cuda:0"</c>.</summary>
/// <remarks><see cref="Device"/> uses it automatically. It is public for generated code.</remarks>
/// <example><code>
/// using System.Text.Json;
/// JsonSerializer.Serialize(Torch.Ones(2).Device)              // "cpu"
/// JsonSerializer.Deserialize&lt;Device&gt;("\"cuda:0\"").Type        // cuda
/// </code></example>
public sealed class DeviceJsonConverter : JsonConverter<Device>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The string is not a device.</exception>
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

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Device value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.ToString());
    }
}
