using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TorchLite.Distributed;

namespace TorchLite;

/// <content>Objects instead of tensors.</content>
public static partial class Torch
{
    /// <content>
    /// Objects instead of tensors: as JSON, so between ranks in C#. Python's are pickled, and do not go together with these.
    /// </content>
    public static partial class Distributed
    {
        private const string NeedsCode = "JSON of any type needs reflection; give the JsonTypeInfo of a JsonSerializerContext instead.";
        private static JsonSerializerOptions? lossless;

        /// <summary>
        /// Gives one object of each rank to all, as JSON: PyTorch's <c>torch.distributed.all_gather_object(object_list, obj, group)</c>,
        /// between
        /// ranks in C#.
        /// </summary>
        /// <typeparam name="T">What is given.</typeparam>
        /// <param name="objectList">As many places as there are ranks.</param>
        /// <param name="obj">This rank's object.</param>
        /// <param name="typeInfo">How it becomes JSON, from a <c>JsonSerializerContext</c>.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <exception cref="TorchValueException">There is no default group, or there are fewer places than ranks.</exception>
        /// <exception cref="TorchException">A rank's object can not become JSON; on all ranks.</exception>
        /// <exception cref="DistributedBackendException">A peer died or did not come in time.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// var all = new string[1];
        /// Torch.Distributed.AllGatherObject(all, "mine");
        /// Torch.Distributed.DestroyProcessGroup();
        /// all[0]   // mine
        /// </code></example>
        public static void AllGatherObject<T>(IList<T> objectList, T obj, JsonTypeInfo<T> typeInfo, ProcessGroup? group = null)
        {
            ArgumentNullException.ThrowIfNull(objectList);
            ArgumentNullException.ThrowIfNull(typeInfo);
            if (Collective.IsOutside(group, "all_gather_object"))
            {
                return;
            }

            var used = group ?? DistributedWorld.Required;
            var count = used.Size();
            CheckPlaces(objectList.Count, count);
            var (lengths, own) = AllLengths(Json(obj, typeInfo), used);
            var all = Torch.Zeros([own.Numel() * count], dtype: DType.Uint8);
            AllGatherIntoTensor(all, own, used);
            var gathered = all.ToArray<byte>();
            for (var i = 0; i < count; i++)
            {
                objectList[i] = FromJson(gathered.AsSpan(i * (int)own.Numel(), (int)lengths[i]), typeInfo);
            }
        }

        /// <inheritdoc cref="AllGatherObject{T}(IList{T}, T, JsonTypeInfo{T}, ProcessGroup?)"/>
        /// <param name="objectList">As many places as there are ranks.</param>
        /// <param name="obj">This rank's object.</param>
        /// <param name="group">The group; null: the default one.</param>
        [RequiresUnreferencedCode(NeedsCode)]
        [RequiresDynamicCode(NeedsCode)]
        public static void AllGatherObject<T>(IList<T> objectList, T obj, ProcessGroup? group = null) =>
            AllGatherObject(objectList, obj, TypeInfo<T>(), group);

        /// <summary>
        /// Gives one rank's objects to all, as JSON: PyTorch's <c>torch.distributed.broadcast_object_list(object_list, src, group,
        /// group_src)</c>, between ranks in C#.
        /// </summary>
        /// <typeparam name="T">What is given.</typeparam>
        /// <param name="objectList">The objects, and on the other ranks as many places.</param>
        /// <param name="typeInfo">How one becomes JSON, from a <c>JsonSerializerContext</c>.</param>
        /// <param name="src">The rank in the default group that gives; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupSrc">The rank in the group that gives, in place of <paramref name="src"/>.</param>
        /// <exception cref="TorchValueException">
        /// There is no default group, both of the ranks are given, or the lists differ in length.
        /// </exception>
        /// <exception cref="TorchException">An object can not become JSON; on all ranks.</exception>
        /// <exception cref="DistributedBackendException">A peer died or did not come in time.</exception>
        /// <example><code>
        /// using var store = new HashStore();
        /// Torch.Distributed.InitProcessGroup(store: store, rank: 0, worldSize: 1);
        /// string[] texts = ["mine"];
        /// Torch.Distributed.BroadcastObjectList(texts, src: 0);
        /// Torch.Distributed.DestroyProcessGroup();
        /// texts[0]   // mine
        /// </code></example>
        public static void BroadcastObjectList<T>(
            IList<T> objectList, JsonTypeInfo<T> typeInfo, int? src = null, ProcessGroup? group = null, int? groupSrc = null)
        {
            ArgumentNullException.ThrowIfNull(objectList);
            ArgumentNullException.ThrowIfNull(typeInfo);
            if (Collective.IsOutside(group, "broadcast_object_list"))
            {
                return;
            }

            var used = group ?? DistributedWorld.Required;
            var root = Collective.RankIn(used, src is null && groupSrc is null ? 0 : src, groupSrc);
            var isRoot = root == used.Rank();
            var parts = isRoot ? objectList.Select(one => Json(one, typeInfo)).ToList() : [];
            var error = parts.Find(static part => part.Error is not null).Error;
            var count = Torch.Tensor([(long)objectList.Count]);
            Broadcast(count, group: used, groupSrc: root);
            if ((long)count[0] != objectList.Count)
            {
                throw new TorchValueException(
                    $"rank {root} gives {(long)count[0]} objects, and this rank has {objectList.Count} places for them");
            }

            var sizes = isRoot ? Torch.FromArray(parts.Select(part => part.Error is null ? part.Bytes.LongLength : -1).ToArray())
                : Torch.Zeros([objectList.Count], dtype: DType.Int64);
            Broadcast(sizes, group: used, groupSrc: root);
            var lengths = sizes.ToArray<long>();
            CheckLengths(lengths, error);
            var all = isRoot ? Torch.FromArray(parts.SelectMany(static part => part.Bytes).ToArray())
                : Torch.Zeros([lengths.Sum()], dtype: DType.Uint8);
            Broadcast(all, group: used, groupSrc: root);
            var bytes = all.ToArray<byte>();
            var at = 0;
            for (var i = 0; !isRoot && i < lengths.Length; i++)
            {
                objectList[i] = FromJson(bytes.AsSpan(at, (int)lengths[i]), typeInfo);
                at += (int)lengths[i];
            }
        }

        /// <inheritdoc cref="BroadcastObjectList{T}(IList{T}, JsonTypeInfo{T}, int?, ProcessGroup?, int?)"/>
        /// <param name="objectList">The objects, and on the other ranks as many places.</param>
        /// <param name="src">The rank in the default group that gives; null: 0.</param>
        /// <param name="group">The group; null: the default one.</param>
        /// <param name="groupSrc">The rank in the group that gives, in place of <paramref name="src"/>.</param>
        [RequiresUnreferencedCode(NeedsCode)]
        [RequiresDynamicCode(NeedsCode)]
        public static void BroadcastObjectList<T>(
            IList<T> objectList, int? src = null, ProcessGroup? group = null, int? groupSrc = null) => BroadcastObjectList(
                objectList, TypeInfo<T>(), src, group, groupSrc);

        // A rank whose object is no JSON says so to the others, which would wait for it.
        private static (byte[] Bytes, Exception? Error) Json<T>(T value, JsonTypeInfo<T> typeInfo)
        {
            try
            {
                return (JsonSerializer.SerializeToUtf8Bytes(value, typeInfo), null);
            }
            catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException or ArgumentException)
            {
                return ([], error);
            }
        }

        private static T FromJson<T>(ReadOnlySpan<byte> text, JsonTypeInfo<T> typeInfo) => JsonSerializer.Deserialize(text, typeInfo)!;

        // The values of a tuple are fields, which JSON leaves out by itself, and a loss may be no number, which it refuses.
        [RequiresUnreferencedCode(NeedsCode)]
        [RequiresDynamicCode(NeedsCode)]
        private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)(lossless ??= new(JsonSerializerOptions.Default)
        {
            IncludeFields = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        }).GetTypeInfo(typeof(T));

        // How long the texts of all ranks are, and this one's with zeros up to the longest.
        private static (long[] Lengths, Tensor Own) AllLengths((byte[] Bytes, Exception? Error) own, ProcessGroup group)
        {
            var sizes = Torch.Zeros([group.Size()], dtype: DType.Int64);
            AllGatherIntoTensor(sizes, Torch.Tensor([own.Error is null ? own.Bytes.LongLength : -1]), group);
            var lengths = sizes.ToArray<long>();
            CheckLengths(lengths, own.Error);
            return (lengths, Torch.FromArray(Padded(own.Bytes, lengths.Max())));
        }

        private static byte[] Padded(byte[] bytes, long length) => [.. bytes, .. new byte[length - bytes.LongLength]];

        private static void CheckPlaces(int places, int ranks)
        {
            if (places < ranks)
            {
                throw new TorchValueException($"objectList has {places} places for the objects of {ranks} ranks");
            }
        }

        private static void CheckLengths(long[] lengths, Exception? error)
        {
            if (Array.IndexOf(lengths, -1) is >= 0 and var bad)
            {
                throw new TorchException($"object {bad} can not become JSON" + (error is null ? "" : $": {error.Message}"), error);
            }
        }
    }
}
