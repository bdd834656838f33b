using System.Buffers.Binary;
using System.Numerics;
using TorchLite.Serialization;

namespace TorchLite.Jit;

/// <summary>
/// Walks over a pickle of TorchScript before libtorch does, which takes much for granted: that the stack holds what it needs, that tensors
/// lie within their storages, and these within their records.
/// </summary>
/// <param name="bytes">The pickle.</param>
/// <param name="lengthOf">The bytes of a storage's record; null: there is none.</param>
internal sealed class ScriptPickle(byte[] bytes, Func<string, long?> lengthOf)
{
    // Deeper than any value of a program, and far from the end of the stack.
    private const int Deepest = 200;

    private readonly PickleSource pickle = new(bytes);
    private readonly PickleBudget budget = new(bytes.Length);
    private readonly List<object?> stack = [];
    private readonly List<int> marks = [];
    private readonly Dictionary<uint, object?> memo = [];

    /// <summary>Where the value begins, behind what says the version of the pickle.</summary>
    internal int Start { get; private set; }

    /// <summary>
    /// The value: numbers, texts, null; lists, tuples (arrays) and dictionaries of them; <see cref="PickledObject"/> for what has a class,
    /// and <see cref="PickledTensor"/>.
    /// </summary>
    /// <exception cref="TorchFileException">It is malformed.</exception>
    internal object? Load()
    {
        var isBegun = false;
        while (true)
        {
            var operand = (char)Take(1)[0];
            budget.Spend(PickleBudget.Slot);
            switch (operand)
            {
                case '.':
                    var value = Finished(Pop());
                    return stack.Count == 0 && marks.Count == 0 && pickle.At == bytes.Length ? value
                        : throw Malformed("something is left behind its end");
                case '\x80':
                    if (isBegun || Take(1)[0] != 2)
                    {
                        throw Malformed("its version is not 2");
                    }

                    Start = pickle.At;
                    break;
                case 'c':
                    var module = pickle.Line();
                    stack.Add(new PickledName($"{module}.{pickle.Line()}"));
                    break;
                case 'R':
                    var arguments = Pop<object?[]>();
                    stack.Add(ScriptPickleCalls.Call(Pop<PickledName>().Name, Array.ConvertAll(arguments, Finished), lengthOf));
                    break;
                case '\x81':
                    stack.Add(Pop<object?[]>().Length == 0 ? new PickledObject(Pop<PickledName>().Name)
                        : throw Malformed("a class is called"));
                    break;
                case 'b':
                    var state = Finished(Pop());
                    stack[^1] = Top<PickledObject>() is { IsBuilt: false } target ? target.Built(state)
                        : throw Malformed("an object is built twice");
                    break;
                case 'Q':
                    stack.Add(ScriptPickleCalls.Storage(Pop<object?[]>(), lengthOf));
                    break;
                default:
                    if (!Container(operand) && !Value(operand) && !Memo(operand))
                    {
                        throw Malformed($"it has the operand {(int)operand}");
                    }

                    break;
            }

            isBegun = true;
        }
    }

    private bool Container(char operand)
    {
        switch (operand)
        {
            case '(':
                marks.Add(stack.Count);
                if (marks.Count > Deepest)
                {
                    throw Malformed("it is nested too deep");
                }

                break;
            case 't':
                stack.Add(Cut(Marked()));
                break;
            case '\x85' or '\x86' or '\x87':
                stack.Add(stack.Count - Bottom >= operand - '\x84' ? Cut(stack.Count - (operand - '\x84'))
                    : throw Malformed("its stack is empty"));
                break;
            case 'a':
                var item = Finished(Pop());
                Top<List<object?>>().Add(item);
                break;
            case 'e':
                var items = Array.ConvertAll(Cut(Marked()), Finished);
                Top<List<object?>>().AddRange(items);
                break;
            case 's':
                SetItems(stack.Count - Bottom >= 3 ? Cut(stack.Count - 2) : throw Malformed("its stack is empty"));
                break;
            case 'u':
                SetItems(Cut(Marked()));
                break;
            default:
                return false;
        }

        return true;
    }

    private bool Value(char operand)
    {
        switch (operand)
        {
            case 'N':
                stack.Add(null);
                break;
            case '\x88' or '\x89':
                stack.Add(operand == '\x88');
                break;
            case ')':
                stack.Add(Array.Empty<object?>());
                break;
            case ']':
                budget.Spend(PickleBudget.List);
                stack.Add(new List<object?>());
                break;
            case '}':
                budget.Spend(PickleBudget.Dict);
                stack.Add(new PickledDict());
                break;
            case 'J':
                stack.Add((long)BinaryPrimitives.ReadInt32LittleEndian(Take(4)));
                break;
            case 'K':
                stack.Add((long)Take(1)[0]);
                break;
            case 'M':
                stack.Add((long)BinaryPrimitives.ReadUInt16LittleEndian(Take(2)));
                break;
            case '\x8a':
                var number = Take(1)[0] is <= 8 and var length ? new BigInteger(Take(length)) : throw Malformed("a number is too large");
                stack.Add((long)number);
                break;
            case 'G':
                stack.Add(BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
                break;
            case 'X':
                stack.Add(PickleText.Decode(Take(BinaryPrimitives.ReadUInt32LittleEndian(Take(4)))));
                break;
            default:
                return false;
        }

        return true;
    }

    private bool Memo(char operand)
    {
        switch (operand)
        {
            case 'q' or 'r':
                // libtorch makes room for all numbers below.
                var place = operand == 'q' ? Take(1)[0] : BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                memo[place <= memo.Count ? place : throw Malformed("its memo has gaps")] = Top();
                break;
            case 'h' or 'j':
                var index = operand == 'h' ? Take(1)[0] : BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
                stack.Add(memo.TryGetValue(index, out var value) ? value : throw Malformed($"memo {index} is empty"));
                break;
            default:
                return false;
        }

        return true;
    }

    private void SetItems(object?[] items)
    {
        var dict = Top<PickledDict>();
        for (var i = 0; i < items.Length; i += 2)
        {
            budget.Spend(PickleBudget.List);
            dict.Items.Add(i + 1 < items.Length ? new(Finished(items[i]), Finished(items[i + 1])) : throw Malformed("a key has no value"));
        }
    }

    // What is only a name, or an object that is not built, is a number to libtorch.
    private static object? Finished(object? value) => value is PickledObject { IsBuilt: false } or PickledName { IsClass: true }
        ? throw Malformed("an object is not built") : value;

    private ReadOnlySpan<byte> Take(uint count) => pickle.Take(count);

    private int Bottom => marks.Count > 0 ? marks[^1] : 0;

    private object? Top() => stack.Count > Bottom ? stack[^1] : throw Malformed("its stack is empty");

    private T Top<T>() => Top() is T value ? value : throw Malformed($"a {typeof(T).Name} is needed");

    private object? Pop()
    {
        var value = Top();
        stack.RemoveAt(stack.Count - 1);
        return value;
    }

    private T Pop<T>()
    {
        var value = Top<T>();
        Pop();
        return value;
    }

    private int Marked()
    {
        var mark = marks.Count > 0 ? marks[^1] : throw Malformed("it has no mark");
        marks.RemoveAt(marks.Count - 1);
        return mark;
    }

    private object?[] Cut(int start)
    {
        budget.Spend(PickleBudget.Number + (PickleBudget.Slot * (stack.Count - start)));
        var items = stack.GetRange(start, stack.Count - start).ToArray();
        stack.RemoveRange(start, items.Length);
        return items;
    }

    internal static TorchFileException Malformed(string why) => new($"a pickle in the TorchScript archive is malformed: {why}");
}
