using System.Text.Json;
using System.Text.Json.Serialization;

namespace TorchLite;

/// <summary>A shape in JSON, for <c>System.Text.Json</c>: the list of its sizes.</summary>
/// <remarks><see cref="Shape"/> uses it automatically. It is public for generated code.</remarks>
/// <example><code>
/// using System.Text.Json;
/// JsonSerializer.Serialize(Torch.Ones(2, 3).Shape)            // [2,3]
/// JsonSerializer.Deserialize&lt;Shape&gt;("[2,3]")                // torch.Size([2, 3])
/// </code></example>
public sealed class ShapeJsonConverter : JsonConverter<Shape>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a list of sizes.</exception>
    public override Shape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("a shape is a list of sizes");
        }

        var sizes = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            sizes.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var size)
                ? size
                : throw new JsonException("a size is an integer"));
        }

        return Shape.Wrap([.. sizes]);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Shape value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Write(writer, value);
    }

    internal static void Write(Utf8JsonWriter writer, Shape shape)
    {
        writer.WriteStartArray();
        foreach (var size in shape.AsSpan())
        {
            writer.WriteNumberValue(size);
        }

        writer.WriteEndArray();
    }
}
