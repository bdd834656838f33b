using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TorchLite;

/// <summary>Tensors in JSON, for <c>System.Text.Json</c>: nested lists of numbers, as <c>json.dumps(x.tolist())</c> in Python.</summary>
/// <remarks>
/// <para>
/// <see cref="Tensor"/> uses it automatically. Put one into <see cref="JsonSerializerOptions.Converters"/>, with
/// <see cref="WritesDType"/> and <see cref="WritesShape"/>, to have the dtype and the shape written too. Both forms are read, whatever the
/// settings.
/// </para>
/// <para>
/// Real numbers have a point, so they are read as such again; those that JSON lacks are strings (<c>"NaN"</c>, <c>"Infinity"</c>,
/// <c>"-Infinity"</c>), and so are complex numbers (<c>"(1+2j)"</c>), which are written only. A tensor read is on the CPU, requires no
/// gradient, and has the dtype that <c>Torch.Tensor</c> gives its numbers, where none is written.
/// </para>
/// </remarks>
/// <example><code>
/// using System.Text.Json;
/// JsonSerializer.Serialize(Torch.Tensor([[1.0, 2.5], [3.0, 4.0]]))               // [[1.0,2.5],[3.0,4.0]]
/// JsonSerializer.Deserialize&lt;Tensor&gt;("[[1.0,2.5],[3.0,4.0]]")!.Shape            // torch.Size([2, 2])
/// var options = new JsonSerializerOptions { Converters = { new TensorJsonConverter { WritesDType = true } } };
/// JsonSerializer.Serialize(Torch.Tensor([1, 2], DType.Int32), options)           // {"dtype":"int32","data":[1,2]}
/// </code></example>
public sealed class TensorJsonConverter : JsonConverter<Tensor>
{
    // As deep as JsonSerializer itself goes.
    private const int MostDimensions = 64;

    /// <summary>Whether to write an object that has the dtype along with the numbers, as <c>"dtype": "float64"</c>.</summary>
    /// <example><code>
    /// new TensorJsonConverter().WritesDType   // False
    /// </code></example>
    public bool WritesDType { get; init; }

    /// <summary>Whether to write an object that has the shape along with the numbers, as <c>"shape": [2, 0]</c>.</summary>
    /// <example><code>
    /// new TensorJsonConverter { WritesShape = true }.WritesShape   // True
    /// </code></example>
    public bool WritesShape { get; init; }

    /// <inheritdoc/>
    /// <exception cref="JsonException">The JSON is not a tensor.</exception>
    public override Tensor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.StartObject ? ReadObject(ref reader, options) : ReadList(ref reader, 0).ToTensor(null);
        }
        catch (Exception error) when (error is TorchException or OverflowException)
        {
            throw new JsonException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="TorchException">The tensor has no data, as on the meta device.</exception>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public override void Write(Utf8JsonWriter writer, Tensor value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        using var scope = Torch.Scope();
        using var unrecorded = Torch.NoGrad();
        var numbers = Elements.Readable(value.Local()).Contiguous();
        if (!WritesDType && !WritesShape)
        {
            WriteList(writer, numbers, value.DType, 0, 0, numbers.Numel());
            return;
        }

        writer.WriteStartObject();
        if (WritesDType)
        {
            writer.WriteString("dtype", value.DType.Name);
        }

        if (WritesShape)
        {
            writer.WritePropertyName("shape");
            ShapeJsonConverter.Write(writer, value.Shape);
        }

        writer.WritePropertyName("data");
        WriteList(writer, numbers, value.DType, 0, 0, numbers.Numel());
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, Tensor numbers, DType dtype, int dim, long first, long count)
    {
        var shape = numbers.Shape;
        if (dim == shape.Count)
        {
            WriteNumber(writer, Elements.Read(numbers, first), dtype);
            return;
        }

        writer.WriteStartArray();
        for (var i = 0L; i < shape[dim]; i++)
        {
            var part = count / shape[dim];
            WriteList(writer, numbers, dtype, dim + 1, first + (i * part), part);
        }

        writer.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter writer, Scalar number, DType dtype)
    {
        switch (number.Kind)
        {
            case ScalarKind.Boolean:
                writer.WriteBooleanValue((bool)number);
                break;
            case ScalarKind.Integer:
                writer.WriteNumberValue((long)number);
                break;
            case ScalarKind.Unsigned:
                writer.WriteNumberValue((ulong)number);
                break;
            case ScalarKind.Complex:
                writer.WriteStringValue(number.ToString());
                break;
            case ScalarKind.Real when !double.IsFinite((double)number):
                writer.WriteStringValue(((double)number).ToString(CultureInfo.InvariantCulture));
                break;
            default:
                // The shortest text that is read back as the same number of its dtype, and a point in it.
                var text = dtype == DType.Float64
                    ? ((double)number).ToString("R", CultureInfo.InvariantCulture)
                    : ((float)number).ToString("R", CultureInfo.InvariantCulture);
                writer.WriteRawValue(text.AsSpan().ContainsAny(".E") ? text : text + ".0");
                break;
        }
    }

    private static Tensor ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var (dtype, shape, data) = ((DType?)null, (Shape?)null, (TensorLiteral?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "dtype":
                    dtype = new DTypeJsonConverter().Read(ref reader, typeof(DType), options);
                    break;
                case "shape":
                    shape = new ShapeJsonConverter().Read(ref reader, typeof(Shape), options);
                    break;
                case "data":
                    data = ReadList(ref reader, 0);
                    break;
                default:
                    throw new JsonException($"a tensor has dtype, shape and data, but no '{name}'");
            }
        }

        var tensor = (data ?? throw new JsonException("the tensor has no data")).ToTensor(dtype);
        return shape is { } wanted ? tensor.Reshape(wanted) : tensor;
    }

    private static TensorLiteral ReadList(ref Utf8JsonReader reader, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.String:
                return reader.GetString() switch
                {
                    "NaN" => double.NaN,
                    "Infinity" => double.PositiveInfinity,
                    "-Infinity" => double.NegativeInfinity,
                    var text => throw new JsonException($"'{text}' is no number of a tensor"),
                };
            case JsonTokenType.StartArray when depth < MostDimensions:
                var items = new List<TensorLiteral>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadList(ref reader, depth + 1));
                }

                return TensorLiteral.Create([.. items]);
            default:
                throw new JsonException($"a tensor is a number or nested lists of numbers, at most {MostDimensions} deep");
        }
    }

    private static Scalar ReadNumber(ref Utf8JsonReader reader)
    {
        var text = reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
        if (text.IndexOfAny(".eE"u8) >= 0)
        {
            return reader.GetDouble();
        }

        return reader.TryGetInt64(out var whole) ? whole
            : reader.TryGetUInt64(out var large) ? large
            : throw new JsonException("int too big to convert");
    }
}
